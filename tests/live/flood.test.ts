import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { figure } from '../faults/proof';
import type { Presence } from '../../src/lib/protocol/live';
import type { Taken } from '../../src/lib/protocol/sheet';
import { openSheet } from '../../src/lib/server/sheet-memory';
import { sheetValue } from '../../src/lib/server/sheet-value';
import { choiceEntry, keyOf } from '../../src/lib/sheet/entries';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { connect, openWorkshop, serve, take, type Client } from './workshop';
import { Writer } from './writer';

const HONEST = 60;

let server: Awaited<ReturnType<typeof serve>>;
let state: WorkshopState;
let sheet = '';
/** Four of one team: three who go too far, each in their way, and one who works. */
const cookies: string[] = [];
/** A field where nobody else writes. */
let reason = '';
let honest: Writer;
let said = 0;

beforeAll(async () => {
	server = await serve();
	state = await openWorkshop({ people: 4, teams: 1 });
	sheet = state.sheets[0]?.id ?? '';
	const need = state.scenario.exercises[0]?.items.find(({ kind }) => kind === 'need');
	reason = keyOf(choiceEntry(need?.id ?? '', state.tools[0]?.id ?? '', 'SO'), 'reason');
	const people = state.division?.teams[0]?.members ?? [];
	for (const { person } of people) cookies.push(await take(state, person));
	honest = new Writer(server.url, cookies[3] ?? '', state.code, sheet);
	await honest.join();
});
afterAll(async () => {
	honest.close();
	await server.stop();
});

const open = (cookie: string): Client =>
	connect(server.url, { as: 'person', workshop: state.code, version: state.version }, cookie);

/** How a try to connect ends: in, or why not. */
const outcome = (client: Client): Promise<string> =>
	new Promise((done) => {
		client.once('connect', () => done('in'));
		client.once('connect_error', ({ message }) => done(message));
	});

const cut = (client: Client): Promise<string> =>
	new Promise((done) => client.once('connection:cut', done));

const gone = (client: Client): Promise<string> =>
	new Promise((done) => client.once('disconnect', done));

/** Types like a person, twenty keys a second, each waiting for its answer: ms of every one. */
async function work(keys = HONEST): Promise<number[]> {
	const times: number[] = [];
	for (let n = 0; n < keys; n++) {
		const since = performance.now();
		expect(await honest.send(honest.write(` ${said++}.`, 'notes', 'text'))).toEqual({
			what: 'kept'
		});
		times.push(performance.now() - since);
		await new Promise((done) => setTimeout(done, 50));
	}
	return times.sort((a, b) => a - b);
}

/** A document that writes as fast as it is asked to. */
async function scribbler(client: Client) {
	const doc = new Y.Doc();
	let made: Uint8Array = new Uint8Array();
	doc.on('update', (update: Uint8Array) => (made = update));
	await client.emitWithAck('sheet:join', {
		sheet,
		client: doc.clientID,
		vector: Y.encodeStateVector(doc)
	});
	return {
		doc,
		next: () => {
			doc.getText(reason).insert(0, 'x');
			return { sheet, update: made };
		}
	};
}

describe('D5, R24: whoever sends faster than anybody types', () => {
	let left: Y.Doc;

	test('a thousand updates a second are cut with a reason, and the team-mate works on', async () => {
		const client = open(cookies[0] ?? '');
		const pen = await scribbler(client);
		left = pen.doc;
		const why = cut(client);
		const end = gone(client);
		const timer = setInterval(() => {
			for (let n = 0; n < 20 && client.connected; n++)
				client.emit('sheet:update', pen.next(), () => {});
		}, 20);
		const times = await work();
		clearInterval(timer);
		expect(await why).toBe('too-fast');
		expect(await end).toBe('io server disconnect');
		expect(await outcome(open(cookies[0] ?? ''))).toBe('too-fast');
		const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? 0;
		figure(
			'D5',
			'a thousand updates a second by one device',
			`cut with a reason; a team-mate’s p99 ${Math.round(p99)} ms meanwhile`
		);
		const notes = (await sheetValue(sheet))?.notes ?? '';
		expect(notes).toContain(Array.from({ length: HONEST }, (_, n) => ` ${n}.`).join(''));
	});
	test('who waits for answers is slowed, and never cut', async () => {
		const client = open(cookies[1] ?? '');
		const pen = await scribbler(client);
		const since = performance.now();
		const answers: Taken[] = [];
		for (let n = 0; n < 22; n++) {
			const some = Array.from({ length: 25 }, () => client.emitWithAck('sheet:update', pen.next()));
			answers.push(...(await Promise.all(some)));
		}
		expect(performance.now() - since).toBeGreaterThan(1000);
		expect(new Set(answers.map(({ what }) => what))).toEqual(new Set(['kept']));
		expect(client.connected).toBe(true);
		client.close();
	});
	test('ten thousand places reach the team as a few, and what is written meanwhile is kept', async () => {
		// to connect weighs something too, and this device has just sent all it may
		await new Promise((done) => setTimeout(done, 300));
		const client = open(cookies[1] ?? '');
		await outcome(client);
		const watcher = open(cookies[3] ?? '');
		const heard: Presence[][] = [];
		watcher.on('presence:changed', (team) => heard.push(team));
		for (let n = 0; n < 10_000; n++)
			client.emit('presence:move', { at: `notes|${n}`, writing: true });
		await work(20);
		expect(client.connected).toBe(true);
		expect(heard.length).toBeGreaterThan(0);
		expect(heard.length).toBeLessThan(60);
		client.close();
		watcher.close();
	});
	test('five hundred sockets of one device come to eight; the oldest are told why', async () => {
		const clients: Client[] = [];
		const ends: Promise<string>[] = [];
		const reasons: string[] = [];
		for (let n = 0; n < 500; n++) {
			const client = open(cookies[2] ?? '');
			client.once('connection:cut', (why) => reasons.push(why));
			clients.push(client);
			ends.push(outcome(client));
		}
		const outcomes = await Promise.all(ends);
		await work(20);
		expect(clients.filter((client) => client.connected).length).toBeLessThanOrEqual(8);
		expect(outcomes.filter((end) => end === 'in').length).toBeLessThan(150);
		expect(new Set(outcomes)).toEqual(new Set(['in', 'too-fast']));
		expect(new Set(reasons)).toEqual(new Set(['too-many']));
		for (const client of clients) client.close();
	});
	test('after a pause the device is let in again, and nothing it wrote is lost', async () => {
		await expect
			.poll(() => outcome(open(cookies[0] ?? '')), { timeout: 15_000, interval: 500 })
			.toBe('in');
		const writer = new Writer(server.url, cookies[0] ?? '', state.code, sheet);
		const joined = await writer.ask(left);
		expect(joined.ok).toBe(true);
		const vector = joined.ok ? new Uint8Array(joined.vector) : undefined;
		expect(await writer.catchUp(Y.encodeStateAsUpdate(left, vector))).toEqual({ what: 'kept' });
		writer.close();
	});
	test('what still waits its turn when its connection ends is not taken: it comes again', async () => {
		const client = open(cookies[1] ?? '');
		const pen = await scribbler(client);
		const there = async () => (await openSheet(sheet))?.doc.getText(reason).length ?? 0;
		const before = await there();
		for (let n = 0; n < 480; n++) client.emit('sheet:update', pen.next(), () => {});
		client.close();
		// the last of them would have its turn after less than a second
		await new Promise((done) => setTimeout(done, 1500));
		const taken = (await there()) - before;
		expect(taken).toBeGreaterThan(0);
		expect(taken).toBeLessThan(460);
	});
});
