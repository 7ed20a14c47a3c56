import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addContact, setValue } from '../../src/lib/sheet/edit';
import { textOf } from '../../src/lib/sheet/read';
import type { ServerChild } from '../faults/child';
import { readDisk } from '../faults/log';
import { patience } from '../faults/patience';
import { figure, lengths } from '../faults/proof';
import { frame, gone, words } from '../fixtures/frame';
import { mutated } from '../fixtures/mutated';
import { seeded } from '../fixtures/seeded';
import { account, begin, enter, prepare, production } from './production';
import { Writer } from './writer';

const FRAMES = lengths(10_000, 30_000, 100_000);
/** For all of them, ms. */
const LIMIT = lengths(120_000, 900_000);
const EACH = 25;
const crashers = new URL('../fixtures/crashers/', import.meta.url);

let server: ServerChild;
let sheet = '';
let code = '';
/** A team-mate who only wants to work, and a device that sends what no browser would. */
let [honest, hostile]: Writer[] = [];
let said = 0;

beforeAll(async () => {
	server = await production({ BARAZA_PACE: '100000' });
	const here = await prepare(await account(server, 'Rosa'), [
		'Abdi One,Kenya,judge,member',
		'Beza One,Somalia,judge,member'
	]);
	const { teams } = await begin(here, 1);
	({ code } = here);
	sheet = teams[0]?.sheet ?? '';
	[honest, hostile] = await Promise.all(
		['Abdi One', 'Beza One'].map(async (name) => {
			const { cookie } = await enter(server, code, name);
			return new Writer(server.origin, cookie, code, sheet);
		})
	);
	await Promise.all([honest?.join(), hostile?.join()]);
});
afterAll(async () => {
	honest?.close();
	hostile?.close();
	await server[Symbol.asyncDispose]();
});

const writers = () => ({ honest: honest as Writer, hostile: hostile as Writer });
/** Where only the team-mate writes, and where only the other does. */
const theirs = ['answer/who-signs', 'reason'] as const;
const reason = (doc: Y.Doc) => textOf(doc, ...theirs).toString();
const notes = (doc: Y.Doc) => textOf(doc, 'notes', 'text').toString();

/** The team-mate writes, is kept, and is read by whoever comes fresh. */
async function stillWorks(): Promise<void> {
	const { honest, hostile } = writers();
	const words = ` [still here ${++said}]`;
	expect(await honest.send(honest.write(words, ...theirs))).toEqual({ what: 'kept' });
	await hostile.join();
	expect(reason(hostile.doc)).toContain(words);
}

/** One thing that a page does. */
function edit(doc: Y.Doc, random: (below: number) => number): void {
	const text = textOf(doc, 'notes', 'text');
	const what = random(4);
	const id = `contact-${random(1e6)}-id`.padEnd(16, '_');
	if (what === 0)
		addContact(doc, { id, need: 'papers', role: 'registrar', institution: 'Ẓ😀 bank' });
	if (what === 1) setValue(doc, 'choice/papers/public-registry-check/SO', 'urgency', 'days');
	if (what === 2 && text.length > 40) text.delete(random(text.length - 5), 1);
	text.insert(random(text.length + 1), 'Bẓ word ');
}

describe('C2: a server that is sent what no browser sends', { timeout: LIMIT }, () => {
	test(`answers ${FRAMES} frames with flipped, cut, appended and inserted bytes`, async () => {
		const { honest, hostile } = writers();
		const random = seeded(20261124);
		const outcomes = new Map<string, number>();
		let slowest = 0;
		await hostile.join(1 + random(2 ** 31));
		for (let n = 0; n < FRAMES / EACH; n++) {
			edit(hostile.doc, random);
			const update = hostile.taken();
			const since = performance.now();
			const answers = await Promise.all(
				Array.from({ length: EACH }, () => hostile.send(mutated(update, random)))
			);
			slowest = Math.max(slowest, performance.now() - since);
			for (const { what } of answers) outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
			// What was taken is now theirs: a page would have begun a new copy, too.
			if (answers.some(({ what }) => what === 'kept')) await hostile.join(1 + random(2 ** 31));
			else expect((await hostile.send(update)).what).toBe('kept');
			if (n % 40 === 0) await stillWorks();
		}
		const told = [...outcomes].map(([what, count]) => `${count} ${what}`).join(', ');
		figure(
			'C2',
			`${FRAMES} frames flipped, cut, appended to and inserted into`,
			`${told}; slowest ${EACH} of them ${Math.round(slowest)} ms; sheets equal afterwards`
		);
		expect([...outcomes.values()].reduce((a, b) => a + b)).toBe(FRAMES);
		expect(outcomes.get('refused')).toBeGreaterThan(FRAMES / 2);
		expect(outcomes.get('kept')).toBeGreaterThan(0);
		expect(slowest).toBeLessThan(5000);
		await stillWorks();
		const fresh = hostile.doc;
		await patience(
			() => notes(honest.doc) === notes(fresh),
			3000,
			() => 'the team-mate does not see what the server has'
		);
		for (let n = 1; n <= said; n++) expect(reason(fresh)).toContain(`[still here ${n}]`);
		const disk = readDisk(server.data);
		expect(disk.integrity).toBe('ok');
		const logged = disk.sheets.get(sheet)?.doc ?? new Y.Doc();
		expect([notes(logged), reason(logged)]).toEqual([notes(fresh), reason(fresh)]);
	});

	test('M1: 16 bytes that claim a team-mate’s clocks silence nobody', async () => {
		const { honest, hostile } = writers();
		const claim = frame([{ client: honest.doc.clientID, clock: 0, structs: [gone(2 ** 40)] }]);
		expect(await hostile.send(claim)).toMatchObject({ what: 'refused' });
		expect(await hostile.catchUp(claim)).toMatchObject({ what: 'refused' });
		await stillWorks();
	});

	test('letters between neighbours that are none are refused, and everybody reads the same', async () => {
		const { honest, hostile } = writers();
		await Promise.all([hostile.join(), honest.join()]);
		expect(await hostile.send(hostile.write('abcdef'))).toEqual({ what: 'kept' });
		const { clientID: client } = hostile.doc;
		const between = { client, clock: 2, right: { client, clock: 2 } };
		const torn = frame([{ client, clock: 6, structs: [words(between, 'x')] }]);
		expect(await hostile.send(torn)).toMatchObject({ what: 'refused' });
		// joined before it and not written since: still known as whose it is
		expect(await honest.send(honest.write('!'))).toEqual({ what: 'kept' });
		await stillWorks();
		expect(notes(honest.doc)).toBe(notes(hostile.doc));
		expect(notes(hostile.doc)).toMatch(/abcdef!$/);
	});

	test('M6: 2,000 updates whose first is missing are gaps, until it comes', async () => {
		const { hostile } = writers();
		await hostile.join();
		const updates = Array.from({ length: 2000 }, (_, n) => hostile.write(` m${n}`));
		const [, ...others] = updates;
		const answers = await Promise.all(others.map((update) => hostile.send(update)));
		expect(new Set(answers.map(({ what }) => what))).toEqual(new Set(['gap']));
		await new Promise((done) => setTimeout(done, 50));
		expect(await hostile.catchUp(Y.mergeUpdates(updates))).toEqual({ what: 'kept' });
		await stillWorks();
		expect(notes(hostile.doc)).toContain(' m0 m1 m2 ');
		expect(notes(hostile.doc)).toContain(' m1998 m1999');
	});

	// M2 and M5 among them
	const names = readdirSync(crashers).filter((name) => name.endsWith('.bin'));
	test.each(names)('%s is refused in no time, and the others go on', async (name) => {
		const { hostile } = writers();
		const bytes = Uint8Array.from(readFileSync(new URL(name, crashers)));
		const since = performance.now();
		expect(['refused', 'gap']).toContain((await hostile.send(bytes)).what);
		expect(['refused', 'gap']).toContain((await hostile.catchUp(bytes)).what);
		expect(performance.now() - since).toBeLessThan(1000);
		await stillWorks();
	});

	test('messages that are no messages are refused, and the connection stays', async () => {
		const { hostile } = writers();
		const odd = [
			null,
			7,
			'x',
			[],
			{},
			{ sheet, update: 'text' },
			{ sheet: 7, update: new Uint8Array() }
		];
		for (const message of [...odd, { sheet: '__proto__', update: new Uint8Array([0, 0]) }]) {
			expect(await hostile.anything('sheet:update', message)).toMatchObject({ what: 'refused' });
			expect(await hostile.anything('sheet:join', message)).toMatchObject({ ok: false });
		}
		const join = { sheet, client: hostile.doc.clientID, vector: new Uint8Array([255, 255, 255]) };
		expect(await hostile.anything('sheet:join', join)).toEqual({ ok: false, why: 'malformed' });
		expect(hostile.online).toBe(true);
		await stillWorks();
	});
});
