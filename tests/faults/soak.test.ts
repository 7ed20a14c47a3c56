import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ServerChild } from './child';
import type { Crew } from './crew';
import { deskOf } from './desk';
import { judge } from './oracle';
import { pause, patience } from './patience';
import { figure, lengths } from './proof';
import { say } from './say';
import { keepWriting, setTheStage } from './stage';

const isLong = lengths(false, true);
const MB = 1024 ** 2;

test.skipIf(!isLong)(
	'B11: after three days in which nobody wrote, one edit reaches everybody at once',
	{ timeout: lengths(0, 1_200_000, 3_600_000) },
	async () => {
		const child = new ServerChild({}, { imports: ['heartbeat.ts', 'gauge.ts'] });
		await using stage = await setTheStage({ people: 60, teams: 10, child });
		const { server, crew } = stage;
		const minutes = lengths(0, 4, 18);
		await pause(20_000); // what joining left behind is gone
		const before = await server.gauge();
		await pause(minutes * 60_000);
		const after = await server.gauge();
		expect(crew.people.every((person) => person.online)).toBe(true);
		const beats = minutes * 600;
		const hours = (beats * 25) / 3600;
		const slope = (after.heapUsed - before.heapUsed) / MB / hours;
		for (const team of crew.people.filter((_, at) => at % 6 === 0)) {
			const desk = deskOf(team, () => 0.1);
			if (desk) say(desk, 'notes', 'text', 'Still here.');
		}
		const ms = await crew.settle();
		await patience(
			() => crew.ledger.sum().delivered === crew.ledger.sum().sent,
			10_000,
			() => 'Not everybody heard of it.'
		);
		const { p99 } = crew.ledger.sum();
		expect(judge(await crew.evidence(server.data))).toEqual([]);
		expect(p99).toBeLessThan(1000);
		expect(slope).toBeLessThan(1);
		figure(
			'B11',
			`60 tabs idle for ${beats} of 10368 heartbeats (72 h at 25 s), each every 100 ms`,
			`one edit a team is saved after ${Math.round(ms)} ms and reaches everybody within ${Math.round(p99)} ms; ` +
				`memory ${slope.toFixed(2)} MB an hour`
		);
	}
);

test.skipIf(!isLong)(
	'B12, R3: a workshop of several rounds with new teams in each loses nothing and does not grow',
	{ timeout: lengths(0, 1_800_000, 5 * 3_600_000) },
	async () => {
		const people = lengths(12, 60, 300);
		const minutes = lengths(0.2, 6, 180);
		const rounds = 6;
		const child = new ServerChild({}, { imports: ['gauge.ts'] });
		await using stage = await setTheStage({ people, teams: people / 6, child });
		const { server, crew, lead } = stage;
		const exercises = (await lead.cockpit()).agenda.filter(({ kind }) => kind === 'exercise');
		let open = exercises[0]?.id ?? '';
		let edits = 0;
		let log = 0;
		const memory: number[] = [];
		for (let round = 0; round < rounds; round++) {
			if (round > 0) {
				await lead.draw(people / 6, round + 1);
				await lead.announce();
				const next = exercises[round % exercises.length]?.id ?? '';
				forget(crew);
				await lead.openStage(next, open);
				open = next;
				await crew.atDesks();
			}
			const stop = keepWriting(crew, 2000, round);
			for (
				const until = performance.now() + (minutes * 60_000) / rounds;
				performance.now() < until;
			) {
				await pause(1000);
				log = Math.max(log, statSync(join(server.data, 'baraza.sqlite-wal')).size);
			}
			await stop();
			await crew.settle();
			const evidence = await crew.evidence(server.data);
			const sheets = new Set(evidence.sheets.map(({ sheet }) => sheet));
			const own = evidence.edits.filter(({ sheet }) => sheets.has(sheet));
			expect(judge({ ...evidence, edits: own })).toEqual([]);
			edits += own.length;
			memory.push((await server.gauge()).heapUsed);
		}
		expect(crew.ledger.sum().refused).toBe(0);
		expect(edits).toBe(crew.ledger.sum().acknowledged);
		const [first = 0, last = 0] = [memory[2], memory.at(-1)];
		expect(log).toBeLessThan(64 * MB);
		figure(
			'B12',
			`${minutes} min of 180 min, ${people} of 300 people, new teams ${rounds - 1} times`,
			`${edits} edits, nothing lost; memory after the third round ${Math.round(first / MB)} MB, ` +
				`at the end ${Math.round(last / MB)} MB; the log file at most ${Math.round(log / MB)} MB`
		);
	}
);

/** A new round begins with empty tables: what was written before was judged. */
function forget({ people }: Crew): void {
	for (const person of people) {
		for (const copy of person.copies.values()) copy.link.close();
		person.copies.clear();
	}
}
