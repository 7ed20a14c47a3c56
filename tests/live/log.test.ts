import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import Papa from 'papaparse';
import * as Y from 'yjs';
import type { Joined } from '../../src/lib/protocol/sheet';
import { db } from '../../src/lib/server/db';
import { checkChain } from '../../src/lib/server/db/check-chain';
import { logRows } from '../../src/lib/server/db/log';
import { device } from '../../src/lib/server/db/schema/people';
import { appendUpdates, sheetRows, type LogRow } from '../../src/lib/server/db/sheets';
import { sheetHistory } from '../../src/lib/server/history';
import { logTable } from '../../src/lib/server/log-table';
import { packOldRows } from '../../src/lib/server/packing';
import { restoreSheet } from '../../src/lib/server/restore';
import { results } from '../../src/lib/server/results';
import { addChoice } from '../../src/lib/sheet/edit';
import { layoutOf } from '../../src/lib/sheet/layout';
import { textOf } from '../../src/lib/sheet/read';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { busyDay } from '../fixtures/busy-day';
import { connect, openPriorities, openWorkshop, serve, take } from './workshop';
import { Writer } from './writer';

const HOUR = 3_600_000;
const sql = (text: string, ...values: unknown[]) => db.$client.prepare(text).run(...values);

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
	server = await serve();
});
afterAll(() => server.stop());

/** A workshop whose first team has a sheet and two devices in it. */
async function team() {
	const state = await openWorkshop({ people: 4, teams: 2 });
	const [one] = state.division!.teams;
	const members = one!.members.map(({ person }) => person);
	const cookies = await Promise.all(members.map((person) => take(state, person)));
	const sheet = state.sheets.find((each) => each.team === one!.id)!.id;
	const names = members.map((id) => state.people.find((person) => person.id === id)!.name);
	const seat = (i: number) => new Writer(server.url, cookies[i]!, state.code, sheet);
	return { state, sheet, names, cookies, seat, members };
}

/** Rows of a day long ago, as if they had been written then. */
function writeLongAgo({ id: workshop }: WorkshopState, sheet: string, count: number): void {
	const [{ id }] = db.select({ id: device.id }).from(device).all() as [{ id: string }];
	const doc = new Y.Doc();
	const rows: LogRow[] = [];
	doc.on('update', (bytes) =>
		rows.push({ sheet, device: id, at: HOUR + rows.length * 1000, bytes, clients: [doc.clientID] })
	);
	for (let i = 0; i < count; i++) textOf(doc, 'notes', 'text').insert(0, `${workshop} ${i} `);
	appendUpdates(rows, []);
}

describe('E3, R32: the chain', () => {
	let kept: Awaited<ReturnType<typeof team>>;
	beforeAll(async () => {
		kept = await team();
		writeLongAgo(kept.state, kept.sheet, 12);
	});
	test.each([
		['a row that is gone', 'delete from "update" where sheet = ? and seq = 4', 4],
		['the last rows that are gone', 'delete from "update" where sheet = ? and seq > 9', 10],
		[
			'bytes that were changed',
			`update "update" set bytes = x'0000' where sheet = ? and seq = 5`,
			5
		],
		['a time that was changed', 'update "update" set at = at + 1 where sheet = ? and seq = 6', 6],
		[
			'another writer',
			`update "update" set device = null, by = 'clock' where sheet = ? and seq = 7`,
			7
		],
		[
			'a hash that was taken away',
			'update "update" set hash = null where sheet = ? and seq = 8',
			8
		],
		[
			'two rows that were swapped',
			'update "update" set seq = case seq when 2 then 3 else 2 end + 1000 where sheet = ? and seq in (2, 3)',
			2
		]
	])('finds %s', async (what, change, seq) => {
		const { state, sheet } = kept;
		expect(await checkChain(state.id)).toMatchObject({ rows: 12, breaks: [] });
		db.$client.exec('begin');
		sql(change, sheet);
		if (what.includes('swapped')) sql('update "update" set seq = seq - 1000 where seq > 1000');
		expect((await checkChain(state.id)).breaks).toEqual([{ sheet, seq }]);
		db.$client.exec('rollback');
	});
	test('finds a step of the workshop that was changed, and one that is gone', async () => {
		const state = await openWorkshop();
		const whole = await checkChain(state.id);
		expect(whole).toMatchObject({ breaks: [], events: state.version });
		sql(
			`update event set data = '{"count":5}' where workshop = ? and what = 'people-added'`,
			state.id
		);
		expect((await checkChain(state.id)).breaks).toEqual([{ sheet: null, version: 2 }]);
		sql('delete from event where workshop = ? and version = ?', state.id, state.version);
		sql(`update event set data = '{"count":4}' where workshop = ? and version = 2`, state.id);
		expect((await checkChain(state.id)).breaks).toEqual([{ sheet: null, version: state.version }]);
		expect((await checkChain(state.id)).seal).not.toBe(whole.seal);
	});
	test('R2: a row somebody else wrote is never written over: the browser is told to send again', async () => {
		const { state, sheet, seat } = await team();
		const writer = seat(0);
		await writer.join();
		expect(await writer.send(writer.write('one '))).toEqual({ what: 'kept' });
		// as another process would
		writeLongAgo(state, sheet, 1);
		const next = writer.write('two ');
		expect(await writer.send(next)).toEqual({ what: 'gap' });
		expect(await writer.send(next)).toEqual({ what: 'kept' });
		expect(logRows(sheet).map(({ seq }) => seq)).toEqual([1, 2, 3]);
		expect((await checkChain(state.id)).breaks).toEqual([]);
		const now = seat(1);
		await now.join();
		expect(textOf(now.doc, 'notes', 'text').toString()).toMatch(/^.+ 0 one two $|^one two .+ 0 $/);
	});
	test('begins after the rows of Baraza 0.1, which had none', async () => {
		const { state, sheet } = await team();
		writeLongAgo(state, sheet, 5);
		sql('update "update" set hash = null where sheet = ?', sheet);
		writeLongAgo(state, sheet, 5);
		expect(await checkChain(state.id)).toMatchObject({ rows: 10, breaks: [] });
	});
});

describe('R33: packing', () => {
	test('each row can be had again byte for byte, and the sheet says the same', async () => {
		const { state, sheet } = await team();
		writeLongAgo(state, sheet, 40);
		sql('update "update" set hash = null where sheet = ?', sheet);
		writeLongAgo(state, sheet, 1300);
		const before = logRows(sheet);
		await packOldRows(Date.now());
		const left = db.$client
			.prepare('select count(*) from "update" where sheet = ?')
			.pluck()
			.get(sheet);
		expect(left).toBe(0);
		expect(logRows(sheet)).toEqual(before);
		expect(logRows(sheet, 499, 501)).toEqual(before.slice(499, 501));
		writeLongAgo(state, sheet, 3);
		expect(await checkChain(state.id)).toMatchObject({ rows: 1343, breaks: [] });
		expect(sheetRows(sheet)?.log.map(({ seq }) => seq)).toEqual(
			Array.from({ length: 1343 }, (_, i) => i + 1)
		);
	});
	test('R32: a block that was changed is found, and rows that were changed are not packed', async () => {
		const { state, sheet } = await team();
		writeLongAgo(state, sheet, 700);
		sql('update "update" set at = at + 1 where sheet = ? and seq = 600', sheet);
		await packOldRows(Date.now());
		const blocks = db.$client.prepare('select from_seq from update_block where sheet = ?').pluck();
		expect(blocks.all(sheet)).toEqual([1]);
		expect((await checkChain(state.id)).breaks).toEqual([{ sheet, seq: 600 }]);
		sql('update "update" set at = at - 1 where sheet = ? and seq = 600', sheet);
		expect((await checkChain(state.id)).breaks).toEqual([]);
		sql(`update update_block set bytes = x'0300' where sheet = ?`, sheet);
		expect((await checkChain(state.id)).breaks).toEqual([{ sheet, seq: 1 }]);
	});
	test('what is younger than an hour stays as it is', async () => {
		const { state, sheet } = await team();
		writeLongAgo(state, sheet, 300);
		await packOldRows(HOUR + 150_000 + HOUR);
		expect(db.$client.prepare('select to_seq from update_block').pluck().all()).toContain(150);
		expect(logRows(sheet)).toHaveLength(300);
	});
});

describe('R25: putting a sheet back', () => {
	test('stands against a browser that was offline meanwhile, whose own words are kept', async () => {
		const { state, sheet, seat, cookies, members } = await team();
		const [one, other] = [seat(0), seat(1)];
		await one.join();
		await other.join();
		await one.send(one.write('Ask Somalia for the records. '));
		const good = logRows(sheet).length;
		await expect.poll(() => textOf(other.doc, 'notes', 'text').toString()).toContain('records');
		// the other goes away with what is there, and writes on
		other.close();
		const away = other.doc;
		textOf(away, 'notes', 'text').insert(0, 'On a train: ');
		const notes = textOf(one.doc, 'notes', 'text');
		notes.delete(0, notes.length);
		await one.send(one.taken());
		await one.send(one.write('All nonsense.'));
		const bad = logRows(sheet).length;
		expect(await restoreSheet(sheet, good, `person:${members[0]!}`)).toEqual({ ok: true });
		await expect.poll(() => notes.toString()).toBe('Ask Somalia for the records. ');
		// back online: catches up, and is sent what it lacks
		const hello = { as: 'person', workshop: state.code, version: 0 } as const;
		const client = connect(server.url, hello, cookies[1]!);
		const vector = Y.encodeStateVector(away);
		const joined: Joined = await client.emitWithAck('sheet:join', {
			sheet,
			client: away.clientID,
			vector
		});
		if (!joined.ok) throw new Error(joined.why);
		Y.applyUpdate(away, new Uint8Array(joined.update));
		const update = Y.encodeStateAsUpdate(away, new Uint8Array(joined.vector));
		expect(await client.emitWithAck('sheet:catch-up', { sheet, update })).toEqual({ what: 'kept' });
		await expect.poll(() => notes.toString()).toContain('On a train: ');
		expect(notes.toString()).toContain('Ask Somalia for the records. ');
		expect(notes.toString()).not.toContain('nonsense');
		expect(textOf(away, 'notes', 'text').toString()).toBe(notes.toString());
		// what stood before can be had again the same way
		expect(await restoreSheet(sheet, bad, `person:${members[0]!}`)).toEqual({ ok: true });
		await expect.poll(() => notes.toString()).toBe('All nonsense.');
		expect((await checkChain(state.id)).breaks).toEqual([]);
		client.close();
		one.close();
	});
	test('nobody may write on under the client id the server wrote with', async () => {
		const { sheet, seat, members } = await team();
		const one = seat(0);
		await one.join();
		await one.send(one.write('first '));
		await one.send(one.write('second '));
		await restoreSheet(sheet, 1, `person:${members[0]!}`);
		const { clients } = Y.decodeUpdate(logRows(sheet)[2]!.bytes).ds;
		expect([...clients.keys()]).toEqual([one.doc.clientID]);
		const vector = [...Y.decodeStateVector(Y.encodeStateVector(one.doc)).keys()];
		for (const client of vector.filter((id) => id !== one.doc.clientID))
			expect(await one.join(client)).toEqual({ ok: false, why: 'client-taken' });
		expect(await one.join(7)).toEqual({ ok: false, why: 'client-taken' });
		one.close();
	});
});

test('R30: who wrote what when can be read from the log, whoever sent it', async () => {
	const { state, sheet, seat, names } = await team();
	const [one, other] = [seat(0), seat(1)];
	await one.join();
	await other.join();
	const exercise = state.scenario.exercises[0]!;
	const need = exercise.items.find((item) => item.kind === 'need')!;
	const tool = state.tools[0]!;
	const layout = layoutOf(exercise, [tool.id]);
	const entry = addChoice(one.doc, layout, { need: need.id, tool: tool.id, country: 'SO' });
	await one.send(one.taken());
	await expect.poll(() => other.doc.getMap('set').size).toBeGreaterThan(0);
	for (const words of ['It is ', 'overwritten ', 'soon'])
		await other.send(other.write(words, entry, 'reason'));
	// what one could not send reaches the server by the other
	const unsent = one.write('=A note that never left', 'notes');
	Y.applyUpdate(other.doc, unsent);
	await other.catchUp(unsent);
	one.close();
	other.close();
	const [head, ...lines] = Papa.parse<string[]>((await logTable(state)).slice(1)).data;
	const found = lines
		.map((line) => Object.fromEntries(head!.map((name, i) => [name, line[i] ?? ''])))
		.filter(({ rows }) => rows);
	expect(found[0]).toMatchObject({ kind: 'chain', what: 'unbroken' });
	const reason = found.find(({ what }) => what === `${entry}|reason`);
	expect(reason).toMatchObject({
		kind: 'words',
		team: state.division!.teams[0]!.name,
		exercise: exercise.id,
		person: names[1],
		about: `${need.title}, ${tool.name}, ${state.scenario.countries.find((c) => c.code === 'SO')!.name}`,
		removed: '',
		added: 'It is overwritten soon',
		rows: '2-4'
	});
	expect(Date.now() - Date.parse(reason!.time!)).toBeLessThan(60_000);
	expect(found.find(({ what }) => what === 'notes|text')).toMatchObject({
		person: names[0],
		added: "'=A note that never left"
	});
	expect(found.find(({ what }) => what === 'stage-opened')).toMatchObject({ person: 'Rosa' });
	expect(await sheetHistory(sheet)).toMatchObject({
		minutes: expect.arrayContaining([
			expect.objectContaining({ by: expect.arrayContaining(names) })
		])
	});
});

test('R31: the results can be had as they were at any minute', async () => {
	const { state, sheet } = await team();
	const [{ id }] = db.select({ id: device.id }).from(device).all() as [{ id: string }];
	const layout = layoutOf(state.scenario.exercises[0]!, [state.tools[0]!.id]);
	const need = layout.needs[0]!;
	const doc = new Y.Doc();
	const minute = (at: number, work: () => void) => {
		const before = Y.encodeStateVector(doc);
		work();
		const bytes = Y.encodeStateAsUpdate(doc, before);
		appendUpdates([{ sheet, device: id, at: at * 60_000, bytes, clients: [] }], []);
	};
	const tool = state.tools[0]!.id;
	let entry = '';
	minute(10, () => (entry = addChoice(doc, layout, { need, tool, country: 'SO' })));
	minute(11, () => textOf(doc, entry, 'reason').insert(0, 'first'));
	minute(12, () => textOf(doc, entry, 'reason').insert(5, ' and more'));
	const reasons = async (at: number) => {
		const found = await results(state.id, at * 60_000);
		return found!.teams.flatMap((each) => each.choices.map((choice) => choice.reason));
	};
	expect(await reasons(9)).toEqual([]);
	expect(await reasons(10.5)).toEqual(['']);
	expect(await reasons(11)).toEqual(['first']);
	expect(await reasons(60)).toEqual(['first and more']);
	expect((await results(state.id, 660_000))!.workshop.takenAt).toBe('1970-01-01T00:11:00.000Z');
});

test('R33: two hours of six busy writers take less than a quarter of 10 MiB', async () => {
	const state = await openPriorities();
	const hours = 2;
	const sheet = state.sheets.find((one) => one.exercise === 'priorities')!.id;
	const cookies = state.people.map(({ id }) => take(state, id));
	await Promise.all(cookies);
	const devices = db.select({ id: device.id }).from(device).all();
	const layout = { needs: [], questions: [], tools: [], recommendations: true };
	const pages = () =>
		Number(db.$client.pragma('page_count', { simple: true })) *
		Number(db.$client.pragma('page_size', { simple: true }));
	const before = pages();
	const doc = new Y.Doc();
	let rows: LogRow[] = [];
	for (const { writer, at, bytes } of busyDay(layout, 6, hours * 5400)) {
		Y.applyUpdate(doc, bytes);
		rows.push({ sheet, device: devices[writer % devices.length]!.id, at, bytes, clients: [] });
		if (rows.length < 200) continue;
		appendUpdates(rows, [{ sheet, bytes: Y.encodeStateAsUpdate(doc) }]);
		rows = [];
		await packOldRows(at);
	}
	expect(logRows(sheet).length + rows.length).toBe(hours * 5400);
	expect((await checkChain(state.id)).breaks).toEqual([]);
	const grown = pages() - before;
	expect(grown).toBeGreaterThan(hours * 100_000);
	expect(grown).toBeLessThan((10 * 2 ** 20 * hours) / 8);
});
