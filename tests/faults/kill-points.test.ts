import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { random } from '../../src/lib/teams/random';
import { ServerChild, type Exit } from './child';
import { judge } from './oracle';
import { pause } from './patience';
import { figure, lengths } from './proof';
import { keepWriting, setTheStage, type Stage } from './stage';

const POINTS = [
	'decoded',
	'applied',
	'before commit',
	'committed before ack',
	'in snapshot',
	'in report'
];
const TIMES = lengths(1, 10);
const around = { imports: ['kill-points.ts'] };
const long = { timeout: lengths(400_000, 900_000) };

/** The facilitator opens the results again and again. @returns ends it */
function keepAsking(lead: Stage['lead']): () => void {
	const timer = setInterval(() => void lead.results().catch(() => undefined), 200);
	return () => clearInterval(timer);
}

test(
	'A2, R1, R3: killed at named points of its work, the server loses nothing and keeps nothing half',
	long,
	async () => {
		const passes = Array.from({ length: TIMES }, () => POINTS).flat();
		const variables = { BARAZA_KILL_AT: passes[0] ?? '' };
		const child = new ServerChild(variables, around);
		await using stage = await setTheStage({ people: 12, teams: 2, child });
		const { server, crew, lead } = stage;
		const next = random(20_261_125);
		for (const [at, point] of passes.entries()) {
			const stop = keepWriting(crew, 120, at);
			await pause(next() * 300);
			const over = server.ended();
			server.signal('SIGUSR2');
			// more than once: one that is made before the signal arrives passes the point alive
			const enough = point === 'in report' ? keepAsking(lead) : undefined;
			expect((await over).signal, point).toBe('SIGKILL');
			enough?.();
			await stop();
			variables.BARAZA_KILL_AT = passes[at + 1] ?? '';
			await server.start();
			await crew.settle();
		}
		const evidence = await crew.evidence(server.data);
		const { sent, acknowledged, refused } = crew.ledger.sum();
		expect(judge(evidence)).toEqual([]);
		expect([acknowledged, refused]).toEqual([sent, 0]);
		expect((await lead.results()).teams.length).toBe(2);
		figure(
			'A2',
			`killed ${TIMES} times each ${POINTS.join(', ')}; 12 people writing`,
			`${sent} edits, none lost, none twice; the database whole`
		);
	}
);

/** Waits until a copy is being written. @returns whether one was seen before it had its name */
async function copyBegins(folder: string, asked: Promise<void>): Promise<boolean> {
	let isOver = false;
	void asked.catch(() => undefined).then(() => (isOver = true));
	while (!isOver) {
		if (existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.part')))
			return true;
		await new Promise((done) => setImmediate(done));
	}
	return false;
}

test(
	'A2, R34: killed while a copy is made, the server loses nothing, and no copy is half of one',
	long,
	async () => {
		await using stage = await setTheStage({ people: 12, teams: 2 });
		const { server, crew, lead } = stage;
		const folder = join(server.data, 'copies');
		let kills = 0;
		for (let tries = 0; kills < TIMES && tries < 10 * TIMES; tries++) {
			const stop = keepWriting(crew, 120, tries);
			await pause(200);
			const isSeen = await copyBegins(folder, lead.copy());
			if (isSeen) {
				kills++;
				await server.stop('SIGKILL');
				await server.start();
			}
			await stop();
			await crew.settle();
		}
		expect(kills).toBe(TIMES);
		await lead.copy();
		const copies = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
		expect(copies.length).toBeGreaterThan(0);
		for (const name of copies) {
			const copy = new Database(join(folder, name), { readonly: true });
			expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
			copy.close();
		}
		expect(judge(await crew.evidence(server.data))).toEqual([]);
		const { sent, acknowledged } = crew.ledger.sum();
		expect(acknowledged).toBe(sent);
		figure(
			'A2',
			`killed in backup ${TIMES} times; 12 people writing`,
			`${sent} edits, none lost; every copy whole`
		);
	}
);

test(
	'A2: killed while it makes its tables, the server makes them at the next start',
	long,
	async () => {
		for (let after = 0; after < lengths(1, 10); after++) {
			const steps = after * 4;
			const variables: Record<string, string> = {
				BARAZA_KILL_AT: 'in migration',
				BARAZA_KILL_AFTER: String(steps)
			};
			await using server = new ServerChild(variables, around);
			const died: Exit | Error = await server.start().then(
				() => server.ended(),
				(error: Error) => error
			);
			expect(died, 'it was killed on the way').toBeInstanceOf(Error);
			variables.BARAZA_KILL_AT = '';
			await server.start();
			expect(server.firstLink).toBeDefined();
			const db = new Database(join(server.data, 'baraza.sqlite'), { readonly: true });
			expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
			db.close();
		}
		figure('A2', `killed in migration ${lengths(1, 10)} times`, 'the next start finishes it');
	}
);
