import { expect, test } from 'vitest';
import { ServerChild } from './child';
import { deskOf } from './desk';
import { judge } from './oracle';
import { pause } from './patience';
import { figure, lengths, limit } from './proof';
import { BareRelay } from './relay';
import { keepWriting, setTheStage, type Stage } from './stage';
import { writeSomething } from './writing';

const PEOPLE = 300;
const long = { timeout: lengths(300_000, 900_000) };

/** Everybody writes something while nobody answers. */
function writeMeanwhile({ crew }: Stage): void {
	for (const person of crew.people) {
		const desk = deskOf(person, () => 0.2);
		if (desk) writeSomething(desk, person.wrote);
	}
}

async function holds({ crew, server }: Stage): Promise<number> {
	const evidence = await crew.evidence(server.data);
	expect(judge(evidence)).toEqual([]);
	const { sent, acknowledged, refused } = crew.ledger.sum();
	expect([acknowledged, refused]).toEqual([sent, 0]);
	return sent;
}

test(
	'B4, R3: three hundred people come back at once after the server was killed',
	long,
	async () => {
		for (const people of lengths([PEOPLE], [PEOPLE, 1000])) {
			const child = new ServerChild({}, { imports: ['gauge.ts'] });
			await using stage = await setTheStage({ people, teams: Math.ceil(people / 6), child });
			const { server, crew } = stage;
			const syncs: number[] = [];
			for (let kill = 0; kill < lengths(1, 3); kill++) {
				await server.stop('SIGKILL');
				writeMeanwhile(stage);
				await pause(1500); // everybody's back-off is at its longest
				await server.start();
				syncs.push(await crew.settle());
				expect(crew.people.every((person) => person.online)).toBe(true);
			}
			const { late } = await server.gauge();
			const sent = await holds(stage);
			const worst = Math.round(Math.max(...syncs));
			const bare = lengths(false, true) && (await BareRelay.comesBack(people));
			if (people === PEOPLE) {
				expect(worst).toBeLessThan(limit(3000, 30_000));
				expect(late).toBeLessThan(limit(200, 2000));
				if (bare) expect(worst / bare).toBeLessThan(2);
			}
			figure(
				'B4',
				`${people} people come back at once after kill -9, each with something unsaved`,
				`all in sync after at most ${worst} ms` +
					(bare ? ` (a bare Socket.IO relay in the same run: ${Math.round(bare)} ms)` : '') +
					`; loop delay p99 ${Math.round(late)} ms; ${sent} edits, nothing lost`
			);
		}
	}
);

test('B7, R3: a server whose lid is closed goes on where it was', long, async () => {
	await using stage = await setTheStage({ people: 24, teams: 4 });
	const { server, crew } = stage;
	const seconds = lengths(12, 60);
	const stop = keepWriting(crew, 1000, 7);
	await pause(1000);
	server.signal('SIGSTOP');
	await pause(seconds * 1000);
	const away = crew.people.filter((person) => !person.online).length;
	expect(away, 'silence is noticed').toBe(crew.people.length);
	const before = crew.ledger.sum();
	expect(before.sent, 'people write on').toBeGreaterThan(before.acknowledged);
	server.signal('SIGCONT');
	await stop();
	const ms = Math.round(await crew.settle());
	const sent = await holds(stage);
	figure(
		'B7',
		`server stopped for ${seconds} s while 24 people write, then goes on`,
		`${sent - before.acknowledged} of ${sent} edits waited, nothing lost; in sync after ${ms} ms`
	);
});
