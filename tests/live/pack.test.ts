import { join } from 'node:path';
import Database from 'better-sqlite3';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '../../src/lib/server/db';
import { PACKED } from '../../src/lib/server/db/pack-tables';
import { openPack, packWorkshop } from '../../src/lib/server/pack';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { ServerChild } from '../faults/child';
import { Crew } from '../faults/crew';
import { Facilitator } from '../faults/facilitator';
import { judge } from '../faults/oracle';
import { pause } from '../faults/patience';
import { keepWriting, openDoors, openExercise } from '../faults/stage';
import { production } from './production';
import { facilitator, openWorkshop, take } from './workshop';

/** The rows of a server's log and of its steps, in order. */
function logOf(data: string): { updates: unknown[]; events: unknown[] } {
	const file = new Database(join(data, 'baraza.sqlite'), { readonly: true });
	const updates = file.prepare('select * from "update" order by sheet, seq').all();
	const events = file.prepare('select * from event order by version').all();
	file.close();
	return { updates, events };
}

test('R36: a workshop goes on from one file on another computer, in the middle of it, and people keep their names', async () => {
	await using doors = await openDoors({ people: 6, teams: 2 });
	await using other = await production({ BARAZA_SCENARIOS: 'scenarios' });
	const { server, lead, code, people } = doors;
	const crew = await Crew.gather(server.origin, code, people);
	try {
		await openExercise(lead);
		await crew.atDesks();
		const writeAWhile = async (seed: number) => {
			const stop = keepWriting(crew, 60, seed);
			await pause(500);
			await stop();
			await crew.settle();
		};
		await writeAWhile(1);
		const [file, there] = [await lead.pack(), await lead.results()];
		const packed = logOf(server.data);
		await writeAWhile(2);

		const guest = new Facilitator(other.origin);
		await guest.begin(other.firstLink ?? '');
		await guest.unpack(file);
		const here = await guest.results();
		const { takenAt } = here.workshop;
		expect(here).toEqual({ ...there, workshop: { ...there.workshop, takenAt } });
		const brought = logOf(other.data);
		expect(brought.updates).toEqual(packed.updates);
		expect(brought.events.slice(0, -1)).toEqual(packed.events);
		expect(brought.events.at(-1)).toMatchObject({ what: 'brought-from-file' });
		expect(await guest.log()).not.toMatch(/[^n]broken/);
		await expect(guest.unpack(file)).rejects.toThrow('already-here');

		// The other computer comes to where the first one was: the browsers notice nothing else.
		await other.stop('SIGTERM');
		await server.stop('SIGKILL');
		await using moved = new ServerChild({ BARAZA_DATA: other.data }, { port: server.port });
		await moved.start();
		await crew.settle();
		await writeAWhile(3);
		const evidence = await crew.evidence(other.data);
		expect(judge(evidence)).toEqual([]);
		expect(evidence.sheets.length).toBe(2);
		expect(evidence.integrity).toBe('ok');
	} finally {
		crew.leave();
	}
}, 90_000);

describe('a workshop’s file', () => {
	let state: WorkshopState;
	let files: Record<string, Uint8Array>;
	let cookie: string;
	const owner = facilitator();

	beforeAll(async () => {
		state = await openWorkshop();
		cookie = await take(state, state.people[0]!.id);
		const pieces: Uint8Array[] = [];
		for await (const piece of (await packWorkshop(state.id))!) pieces.push(piece);
		files = unzipSync(Buffer.concat(pieces));
	});

	const tables = () =>
		db.$client
			.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
			.pluck()
			.all() as string[];
	const rows = () =>
		tables().map((name) => db.$client.prepare(`select count(*) from "${name}"`).get());

	/** Opens the file with some of its parts changed, and shows that nothing was kept. */
	async function opened(change: Record<string, string | Uint8Array>) {
		const bytes = Object.entries(change).map(([name, text]) => [
			name,
			typeof text === 'string' ? new TextEncoder().encode(text) : text
		]);
		const before = rows();
		const result = await openPack(
			Buffer.from(zipSync({ ...files, ...Object.fromEntries(bytes) })),
			owner
		);
		expect(rows()).toEqual(before);
		return result;
	}
	const text = (name: string) => new TextDecoder().decode(files[name]);
	const changed = (name: string, from: string | RegExp, to: string) => {
		const now = text(name).replace(from, to);
		expect(now).not.toBe(text(name));
		return { [name]: now };
	};
	const no = { ok: false, why: 'no-pack' };

	test('R36: has everything of a workshop: whoever adds a table says whether it is in it', () => {
		const left =
			'account co_facilitator edition edition_file link screen session setting user verification';
		const known = [...PACKED.map(({ name }) => name), ...left.split(' '), '__drizzle_migrations'];
		expect(tables().sort()).toEqual(known.sort());
	});
	test('says what it is, and has the scenario as files and the log as lines', () => {
		expect(JSON.parse(text('manifest.json'))).toMatchObject({
			format: 1,
			code: state.code,
			title: 'Kilindwe',
			scenario: 'two-shores'
		});
		expect(text('scenario/scenario.md')).toContain('# Agenda');
		expect(text('data/event.jsonl').split('\n').length).toBeGreaterThan(5);
	});
	test('holds no secret that lets anybody in', () => {
		const all = Object.keys(files).map(text).join('\n');
		expect(all).toContain('"token_hash":"');
		expect(all).not.toContain(cookie.split('=')[1]);
		expect(all).not.toContain(`${owner}@example.org`);
	});
	test('of a workshop that is here already changes nothing', async () => {
		expect(await opened({})).toEqual({ ok: false, why: 'already-here' });
	});
	test('C9: whose rows reach into another workshop is refused', async () => {
		const another = await openWorkshop();
		const [theirs, mine] = [another.sheets[0]!.id, state.sheets[0]!.id];
		expect(await opened(changed('data/person.jsonl', state.id, another.id))).toEqual(no);
		const update = { sheet: theirs, seq: 1, device: null, at: 1, bytes: { base64: 'AAA=' } };
		expect(await opened({ 'data/update.jsonl': JSON.stringify(update) })).toEqual(no);
		const alien = changed('data/sheet.jsonl', mine, theirs);
		expect(await opened(alien)).toEqual({ ok: false, why: 'already-here' });
	});
	test('C9: with rows that are none, or a log that is none, is refused', async () => {
		expect(await opened(changed('data/workshop.jsonl', '"open"', '"free"'))).toEqual(no);
		expect(await opened(changed('data/workshop.jsonl', '"title"', '"titel"'))).toEqual(no);
		expect(await opened(changed('data/stage.jsonl', /"position":\d+/, '"position":1.5'))).toEqual(
			no
		);
		expect(await opened({ 'data/person.jsonl': '{"id":' })).toEqual(no);
		expect(await opened({ 'data/user.jsonl': '{}' })).toEqual(no);
		const sheet = state.sheets[0]!.id;
		const bomb = { sheet, seq: 1, device: null, at: 1, bytes: { base64: 'AYCAgIAPAAA=' } };
		expect(await opened({ 'data/update.jsonl': JSON.stringify(bomb) })).toEqual(no);
		const block = { from_seq: 1, to_seq: 9, from_at: 1, to_at: 2, bytes: { base64: 'AAAA' } };
		const packed = JSON.stringify({ sheet, ...block });
		expect(await opened({ 'data/update_block.jsonl': packed })).toEqual(no);
	});
	test('C9: whose scenario is not the one it began with is refused', async () => {
		expect(await opened(changed('scenario/scenario.md', 'Two Shores', 'Two Doors'))).toEqual(no);
		expect(await opened({ 'scenario/more.md': 'more' })).toEqual(no);
		expect(await opened({ 'scenario/../../x.md': 'x' })).toEqual({ ok: false, why: 'outside' });
	});
	test('of a newer Baraza is refused', async () => {
		const newer = changed('manifest.json', '"format": 1', '"format": 2');
		expect(await opened(newer)).toEqual({ ok: false, why: 'newer' });
		const later = changed('manifest.json', /"migration": \d+/, `"migration": ${Date.now() * 2}`);
		expect(await opened(later)).toEqual({ ok: false, why: 'newer' });
	});
});
