import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { checkUpdate, type Verdict } from '../../src/lib/sheet/check';
import { MAX_UPDATE } from '../../src/lib/sheet/limits';
import { readSheet, textOf } from '../../src/lib/sheet/read';
import { isWaiting } from '../../src/lib/sheet/store';
import { seeded } from '../fixtures/seeded';
import { LAYOUT, perform } from '../fixtures/sheet';

const MATE = 7;
const SENDER = 8;
const crashers = new URL('../fixtures/crashers/', import.meta.url);

/** A sheet a team-mate began; the sender's edits come on top of it. */
function begun(): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = MATE;
	textOf(doc, 'notes', 'text').insert(0, 'Written by a team-mate.');
	doc.clientID = 1;
	return doc;
}

function copy(doc: Y.Doc, client: number): Y.Doc {
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	other.clientID = client;
	return other;
}

/** What the server says of a frame. */
function check(doc: Y.Doc, update: Uint8Array): Verdict {
	const mine = new Set([SENDER, SENDER + 1]);
	return checkUpdate(update, { layout: LAYOUT, doc, mine, bring: false, maxBytes: MAX_UPDATE });
}

function mutated(update: Uint8Array, random: (below: number) => number): Uint8Array {
	let bytes = [...update];
	for (let changes = 1 + random(3); changes > 0; changes--) {
		const at = random(bytes.length + 1);
		const kind = random(4);
		if (kind === 0) bytes[at % Math.max(1, bytes.length)] = random(256);
		if (kind === 1) bytes = bytes.slice(0, at);
		if (kind === 2) bytes.push(...Array.from({ length: 1 + random(8) }, () => random(256)));
		if (kind === 3) bytes.splice(at, 0, ...Array<number>(1 + random(8)).fill(255));
	}
	return Uint8Array.from(bytes);
}

describe('10,000 frames with flipped, cut, appended and inserted bytes', () => {
	const random = seeded(20261124);
	const server = begun();
	const page = copy(server, SENDER);
	const honest: Uint8Array[] = [];
	page.on('update', (update: Uint8Array) => honest.push(update));
	while (honest.length < 400)
		perform(page, { what: random(12), pick: random(1000), at: random(1000), words: 'Bẓ😀 word' });

	test('none throws; those that pass leave nothing pending and silence nobody', () => {
		let [passed, refused] = [0, 0];
		for (const update of honest) {
			for (let n = 0; n < 25; n++) {
				const bytes = mutated(update, random);
				if (!check(server, bytes).ok) {
					refused++;
					continue;
				}
				passed++;
				const doc = copy(server, 1);
				Y.applyUpdate(doc, bytes);
				expect(isWaiting(doc)).toBe(false);
				expect(() => readSheet(doc, LAYOUT)).not.toThrow();
				expect(stillWritable(doc)).toBe(true);
				// What was let in travels on, and an honest page takes it.
				expect(readSheet(copy(doc, 2), LAYOUT)).toEqual(readSheet(doc, LAYOUT));
			}
			expect(check(server, update)).toMatchObject({ ok: true });
			Y.applyUpdate(server, update);
		}
		expect(passed + refused).toBe(10_000);
		expect(passed).toBeGreaterThan(100);
		expect(readSheet(server, LAYOUT)).toEqual(readSheet(page, LAYOUT));
	});
});

/** Whether the team-mate's next words arrive (what a frame that claims their clocks prevents). */
function stillWritable(doc: Y.Doc): boolean {
	const mate = copy(doc, MATE);
	textOf(mate, 'notes', 'text').insert(0, 'Still here. ');
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(mate, Y.encodeStateVector(doc)));
	return textOf(doc, 'notes', 'text').toString().startsWith('Still here. ');
}

describe('kept crashers', () => {
	const why: Record<string, string> = {
		'bytes-after-the-end': 'malformed',
		'circle-of-two': 'malformed',
		'claims-30-million-structs': 'malformed',
		'clocks-of-a-team-mate': 'not-your-client',
		'clocks-of-my-own': 'too-far',
		'deep-nesting': 'malformed',
		'deletes-to-2-52': 'gap',
		empty: 'malformed',
		'first-is-missing': 'gap',
		'hangs-on-itself': 'malformed',
		'length-2-52': 'too-far',
		'nested-map': 'unknown-field',
		'prototype-key': 'unknown-field',
		'prototype-root': 'unknown-field',
		'same-client-twice': 'malformed',
		'skip-to-2-52': 'malformed',
		'v2-instead-of-v1': 'malformed'
	};
	const names = readdirSync(crashers).filter((name) => name.endsWith('.bin'));

	test('every file has its reason here', () => {
		expect(names.map((name) => name.slice(0, -4)).sort()).toEqual(Object.keys(why).sort());
	});
	test.each(names)('%s is refused before it touches anything', (name) => {
		const doc = begun();
		const before = Y.encodeStateAsUpdate(doc);
		const verdict = check(doc, Uint8Array.from(readFileSync(new URL(name, crashers))));
		expect(verdict).toEqual({ ok: false, why: why[name.slice(0, -4)] });
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
		expect(stillWritable(doc)).toBe(true);
	});
});
