import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { frame, gone, other, skip, values, words, type Bytes } from '../../../tests/fixtures/frame';
import { edit, LAYOUT, perform } from '../../../tests/fixtures/sheet';
import { checkUpdate, type Terms, type Verdict } from './check';
import { addChoice, setValue } from './edit';
import { MAX_CLOCKS, MAX_UPDATE } from './limits';
import { readSheet, textOf } from './read';
import { isWaiting } from './store';

const MINE = 7;
const THEIRS = 8;
const reason = { root: 'choice/call-records/mla/SO|reason' };
const key = (field: string) => ({ root: 'set', key: `choice/call-records/mla/SO|${field}` });

function check(update: Uint8Array, terms: Partial<Terms> = {}): Verdict {
	const usual = { layout: LAYOUT, mine: new Set([MINE]), bring: false, maxBytes: MAX_UPDATE };
	return checkUpdate(update, { ...usual, doc: new Y.Doc(), ...terms });
}

/** What is said of an update with these structs under my client, from clock 0. */
function of(...structs: Bytes[]) {
	const verdict = check(frame([{ client: MINE, clock: 0, structs }]));
	return verdict.ok ? 'taken' : verdict.why;
}

/** A document in which a client has written a reason. */
function written(client: number, text = 'reason') {
	const doc = new Y.Doc();
	doc.clientID = client;
	textOf(doc, addChoice(doc, LAYOUT, choice), 'reason').insert(0, text);
	return doc;
}
const choice = { need: 'call-records', tool: 'mla', country: 'SO' };

describe('checkUpdate', () => {
	test('malformed: what does not decode, ends early or goes on after its end', () => {
		const update = Y.encodeStateAsUpdate(written(MINE));
		expect(check(update).ok).toBe(true);
		for (const bytes of [[], [1], [255, 255, 255], [...update.slice(0, -1)], [...update, 0]])
			expect(check(Uint8Array.from(bytes))).toEqual({ ok: false, why: 'malformed' });
	});
	test('malformed: a hole, a struct of no length, the same client twice', () => {
		expect(of(words(reason, 'a'), skip(3), gone(1))).toBe('malformed');
		expect(of(words(reason, ''))).toBe('malformed');
		expect(of(gone(0))).toBe('malformed');
		const part = { client: MINE, clock: 0, structs: [gone(1)] };
		expect(check(frame([part, part]))).toMatchObject({ why: 'malformed' });
		expect(check(frame([part, { ...part, clock: 1 }]))).toMatchObject({ why: 'malformed' });
	});
	test('malformed: items that hang on themselves or on one another in a circle', () => {
		expect(of(words({ client: MINE, clock: 0 }, 'a'))).toBe('malformed');
		const circle = frame([
			{ client: MINE, clock: 0, structs: [words({ client: THEIRS, clock: 0 }, 'a')] },
			{ client: THEIRS, clock: 0, structs: [words({ client: MINE, clock: 0 }, 'a')] }
		]);
		expect(check(circle, { bring: true })).toMatchObject({ why: 'malformed' });
	});
	test('too-large: more bytes than allowed, before anything is read', () => {
		const update = Y.encodeStateAsUpdate(written(MINE, 'x'.repeat(MAX_UPDATE)));
		expect(check(update)).toEqual({ ok: false, why: 'too-large' });
		expect(check(update, { maxBytes: 2 * MAX_UPDATE }).ok).toBe(true);
	});
	test('not-your-client: new text under a client id of another device', () => {
		const update = Y.encodeStateAsUpdate(written(THEIRS));
		expect(check(update)).toEqual({ ok: false, why: 'not-your-client' });
		const brought = { ok: true, known: false, clients: [THEIRS] };
		expect(check(update, { bring: true })).toMatchObject(brought);
	});
	test('sending what the document has of others is no offence, and known', () => {
		const doc = written(THEIRS);
		expect(check(Y.encodeStateAsUpdate(doc), { doc })).toMatchObject({
			ok: true,
			known: true,
			clients: []
		});
	});
	test('too-far: more clocks at once than anybody types', () => {
		expect(of(gone(MAX_CLOCKS))).toBe('taken');
		expect(of(gone(MAX_CLOCKS + 1))).toBe('too-far');
	});
	test('gap: something before it is missing', () => {
		const late = frame([{ client: MINE, clock: 1, structs: [words(reason, 'a')] }]);
		expect(check(late)).toEqual({ ok: false, why: 'gap' });
		expect(of(words({ client: THEIRS, clock: 4 }, 'a'))).toBe('gap');
		const erased = frame([], [{ client: THEIRS, clock: 0, length: 9 }]);
		expect(check(erased)).toEqual({ ok: false, why: 'gap' });
		const doc = written(THEIRS, 'long enough');
		expect(check(erased, { doc })).toMatchObject({ ok: true, known: false, clients: [] });
	});
	test('unknown-field: roots, entries and fields this exercise does not have', () => {
		for (const root of ['x', 'set', '__proto__', 'choice/x/mla/SO|reason', 'notes|reason'])
			expect(of(words({ root }, 'a'))).toBe('unknown-field');
		for (const root of ['choice/call-records/mla/so|reason', 'choice/call-records/mla/SO|rank'])
			expect(of(words({ root }, 'a'))).toBe('unknown-field');
		expect(of(values({ root: 'set', key: 'constructor' }, 'a'))).toBe('unknown-field');
		expect(of(values(key('constructor'), 'a'))).toBe('unknown-field');
		expect(of(values(key('reason'), 'a'))).toBe('unknown-field');
		expect(of(values({ root: 'set' }, 'a'))).toBe('unknown-field');
		expect(of(words({ ...reason, key: 'bold' }, 'a'))).toBe('unknown-field');
	});
	test('unknown-field: values a field cannot have', () => {
		for (const [field, good, bad] of [
			['urgency', 'hours', 'soon'],
			['use', 'both', ['both']],
			['rank', 'a0', 'a-0'],
			['rank', null, 'a'.repeat(201)],
			['asks', 'x'.repeat(400), 'x'.repeat(401)],
			['gone', 'person', { person: 1 }],
			['executes', '', 4]
		] as const) {
			expect(of(values(key(field), good))).toBe('taken');
			expect(of(values(key(field), bad))).toBe('unknown-field');
		}
		const at = (name: string) => ({ root: 'set', key: name });
		expect(of(values(at('answer/who-signs|value'), 'central'))).toBe('taken');
		expect(of(values(at('answer/who-signs|value'), 'nobody'))).toBe('unknown-field');
		expect(of(values(at('answer/which|value'), ['a', 'b']))).toBe('taken');
		expect(of(values(at('answer/which|value'), ['a', 'd']))).toBe('unknown-field');
		const countries = at('rec/abcdefghijkl|countries');
		expect(of(values(countries, Array(40).fill('KE')))).toBe('taken');
		expect(of(values(countries, Array(41).fill('KE')))).toBe('unknown-field');
	});
	test('unknown-field: a value that overwrites another is held against the same field', () => {
		const doc = written(MINE);
		const wrong = new Y.Doc();
		Y.applyUpdate(wrong, Y.encodeStateAsUpdate(doc));
		wrong.clientID = THEIRS;
		setValue(wrong, 'choice/call-records/mla/SO', 'rank', 'not a rank!');
		const update = Y.encodeStateAsUpdate(wrong, Y.encodeStateVector(doc));
		expect(check(update, { doc, mine: new Set([THEIRS]) })).toMatchObject({ why: 'unknown-field' });
	});
	test('unknown-field: nested types, documents, embeds, formats and bytes', () => {
		const root = reason;
		for (const [kind, ...bytes] of [
			[3, 1, 0], // bytes
			[5, 2, 123, 125], // embed {}
			[6, 1, 98, 1, 49], // format b=1
			[7, 1] // a nested Y.Map
		] as [number, ...number[]][]) {
			expect(of(other(kind, root, ...bytes))).toBe('unknown-field');
			expect(of(other(kind, key('asks'), ...bytes))).toBe('unknown-field');
		}
		expect(of(values(reason, 'a value in a text'))).toBe('unknown-field');
		expect(of(words(key('asks'), 'letters as a value'))).toBe('unknown-field');
	});
	test('unknown-field: text that hangs between two fields, or a value that hangs in a text', () => {
		const note = { client: THEIRS, clock: 0, structs: [words({ root: 'notes|text' }, 'abc')] };
		const doc = new Y.Doc();
		Y.applyUpdate(doc, frame([note]));
		const left = { client: THEIRS, clock: 1 };
		const mine = (...structs: Bytes[]) =>
			check(frame([{ client: MINE, clock: 0, structs }]), { doc });
		const right = { client: MINE, clock: 0 };
		expect(mine(words(left, 'x')).ok).toBe(true);
		expect(mine(words({ root: 'notes|text' }, 'x'), words({ ...left, right }, 'y')).ok).toBe(true);
		for (const structs of [
			[words(reason, 'x'), words({ ...left, right }, 'y')],
			[values(left, 'x')]
		])
			expect(mine(...structs)).toMatchObject({ why: 'unknown-field' });
	});

	test('every edit a page can make passes, and then leaves nothing pending', () => {
		fc.assert(
			fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
				const [page, server] = [new Y.Doc(), new Y.Doc()];
				page.on('update', (update: Uint8Array) => {
					const terms = { doc: server, mine: new Set([page.clientID]) };
					expect(check(update, terms)).toMatchObject({ ok: true, known: false });
					Y.applyUpdate(server, update);
					expect(check(update, terms)).toMatchObject({ ok: true, known: true, clients: [] });
				});
				for (const what of edits) perform(page, what);
				expect(isWaiting(server)).toBe(false);
				expect(readSheet(server, LAYOUT)).toEqual(readSheet(page, LAYOUT));
			}),
			{ numRuns: 200, seed: 11 }
		);
	});
	test('so does what two wrote offline, deleted again, and bring back as catch-ups', () => {
		const both = fc.array(fc.tuple(fc.nat(1), edit), { maxLength: 40 });
		fc.assert(
			fc.property(both, both, (before, after) => {
				const server = new Y.Doc();
				const pages = [new Y.Doc(), new Y.Doc()];
				for (const edits of [before, after]) {
					for (const [who, what] of edits) if (pages[who]) perform(pages[who], what);
					for (const page of pages) {
						const own = Y.encodeStateAsUpdate(page, Y.encodeStateVector(server));
						const terms = { doc: server, mine: new Set([page.clientID]) };
						expect(check(own, terms)).toMatchObject({ ok: true });
						Y.applyUpdate(server, own);
						Y.applyUpdate(page, Y.encodeStateAsUpdate(server, Y.encodeStateVector(page)));
					}
				}
				const healed = new Y.Doc();
				const all = Y.encodeStateAsUpdate(pages[1] as Y.Doc);
				expect(check(all, { doc: healed, bring: true, mine: new Set() })).toMatchObject({
					ok: true
				});
			}),
			{ numRuns: 100, seed: 13 }
		);
	});
});
