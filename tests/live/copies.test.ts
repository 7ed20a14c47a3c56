import { copyFileSync, existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { ServerChild } from '../faults/child';
import { Crew } from '../faults/crew';
import { judge } from '../faults/oracle';
import { patience, pause } from '../faults/patience';
import { Person } from '../faults/person';
import { keepWriting, openDoors, openExercise, setTheStage } from '../faults/stage';
import { production } from './production';
import { command } from './command';

const folder = mkdtempSync(join(tmpdir(), 'baraza-copies-'));
afterAll(() => rmSync(folder, { recursive: true }));

const made = (where: string) =>
	(existsSync(where) ? readdirSync(where) : []).filter((name) => name.endsWith('.sqlite'));

/** Everything that stands in a database's log, as bytes. */
function logOf(file: string): string {
	const db = new Database(file, { readonly: true });
	const rows = db.prepare('select bytes from "update"').pluck().all() as Buffer[];
	const state = db.pragma('integrity_check', { simple: true });
	db.close();
	expect(state).toBe('ok');
	return rows.map((bytes) => bytes.toString('latin1')).join('\n');
}

test('R34, A8: copies made while people write hold everything acknowledged before, and open', async () => {
	await using stage = await setTheStage({
		people: 12,
		teams: 2,
		child: new ServerChild({ BARAZA_COPY_MINUTES: '0.03' })
	});
	const { crew, server } = stage;
	const stop = keepWriting(crew, 120, 11);
	const kept = () => crew.ledger.edits.filter(({ acknowledged }) => acknowledged !== null);
	for (let n = 1; n < 4; n++) {
		await patience(
			() => kept().length > n * 20,
			20_000,
			() => 'Nobody writes.'
		);
		const began = performance.now();
		const to = join(folder, `by-hand-${n}`);
		mkdirSync(to);
		const { code, said } = await command('backup.js', server.data, ['--to', to]);
		expect(said).toMatch(/Copied and checked: .*npm run restore -- "/s);
		expect(code).toBe(0);
		const [name = ''] = made(to);
		const log = logOf(join(to, name));
		const owed = crew.ledger.edits.filter(({ acknowledged }) => (acknowledged ?? began) < began);
		expect(owed.length).toBeGreaterThan(n * 10);
		for (const { touches } of owed)
			for (const { what, content } of touches)
				if (what === 'text') expect(log.includes(content), content).toBe(true);
	}
	const own = join(server.data, 'copies');
	await patience(
		() => made(own).length > 0,
		8000,
		() => 'The server makes no copies by itself.'
	);
	await stop();
	await crew.settle();
	expect(judge(await crew.evidence(server.data))).toEqual([]);
	expect(readdirSync(own).filter((name) => name.endsWith('.part')).length).toBeLessThan(2);
}, 90_000);

test('R35, A8: a server that begins again from a copy takes back what the copy lacks, also from who came later', async () => {
	await using doors = await openDoors({ people: 7, teams: 1 });
	const { server, lead, code, people } = doors;
	const crew = await Crew.gather(server.origin, code, people.slice(0, 6));
	try {
		await openExercise(lead);
		await crew.atDesks();
		const writeAWhile = async (seed: number) => {
			const stop = keepWriting(crew, 60, seed);
			await pause(600);
			await stop();
			await crew.settle();
		};
		await writeAWhile(1);
		const to = join(folder, 'drill');
		mkdirSync(to);
		await command('backup.js', server.data, ['--to', to]);
		const copy = join(to, made(to)[0] ?? '');

		const late = new Person(people[6]!, 7, {
			origin: server.origin,
			ledger: crew.ledger,
			numbers: new Map()
		});
		await late.join(code);
		late.enter(code);
		crew.people.push(late);
		await crew.atDesks();
		await lead.listNames();
		await writeAWhile(2);
		const seen = Math.max(...crew.people.map(({ version }) => version));

		await server.stop('SIGKILL');
		const { said, code: exit } = await command('restore.js', server.data, [copy]);
		expect(said).toMatch(/now holds what baraza-.*What was there is in .*sqlite\.before-/s);
		expect(exit).toBe(0);
		await server.start();
		const others = crew.people.filter((person) => person !== late);
		await patience(
			() => others.every(({ online, version }) => online && version > seen),
			10_000,
			() => 'Pages were not told anything later than what they knew.'
		);
		expect(late.online).toBe(false);
		expect(await late.join(code)).toMatchObject({ ok: true });
		late.enter(code);
		await crew.settle();
		await writeAWhile(3);

		const evidence = await crew.evidence(server.data);
		expect(judge(evidence)).toEqual([]);
		expect(evidence.integrity).toBe('ok');
		const db = new Database(join(server.data, 'baraza.sqlite'), { readonly: true });
		const note = db.prepare(`select by, data from event where what = 'restored'`).get();
		const unknown = db
			.prepare(
				`select count(*) from "update" u left join device d on d.id = u.device where d.id is null`
			)
			.pluck()
			.get();
		db.close();
		expect(note).toMatchObject({ by: 'server', data: expect.stringContaining('baraza-') });
		expect(unknown, 'every row says who brought it').toBe(0);
		const log = await lead.log();
		expect(log).toContain('unbroken');
		expect(log).not.toMatch(/[^n]broken/);
	} finally {
		crew.leave();
	}
}, 90_000);

test('R35: nothing is brought back while a server runs, nor from what is no copy', async () => {
	await using server = await production();
	const to = join(folder, 'refused');
	mkdirSync(to);
	await command('backup.js', server.data, ['--to', to]);
	const copy = join(to, made(to)[0] ?? '');
	const running = await command('restore.js', server.data, [copy]);
	expect(running).toMatchObject({ code: 1, said: expect.stringContaining('A Baraza is running') });
	await server.stop('SIGTERM');

	const turned = join(to, 'turned.sqlite');
	copyFileSync(copy, turned);
	copyFileSync(`${copy}.sha256`, `${turned}.sha256`);
	const db = new Database(turned);
	db.prepare(`update __drizzle_migrations set hash = hash || '.'`).run();
	db.close();
	const bad = await command('restore.js', server.data, [turned]);
	expect(bad).toMatchObject({ code: 1, said: expect.stringContaining('is not what was written') });
	const other = join(to, 'other.sqlite');
	new Database(other).exec('create table holiday (place)').close();
	const none = await command('restore.js', server.data, [other]);
	expect(none.said).toMatch(/is no copy of a Baraza database.*Nothing was changed/);
	const missing = await command('restore.js', server.data, [join(to, 'nowhere')]);
	expect(missing.said).toMatch(/There is no file/);
	expect(readdirSync(server.data).filter((name) => name.includes('before'))).toEqual([]);
}, 60_000);
