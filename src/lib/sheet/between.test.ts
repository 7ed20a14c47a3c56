import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { frame, words } from '../../../tests/fixtures/frame';
import { edit, LAYOUT, perform } from '../../../tests/fixtures/sheet';
import { standsBetween } from './between';
import { readFrame } from './frame';
import { readSheet } from './read';

const THEIRS = 8;
const at = (clock: number) => ({ client: THEIRS, clock });

/** Whether an item between two letters of `abcdef` stands where it says once it is applied. */
function between(left: number, right: number): boolean {
	const doc = new Y.Doc();
	Y.applyUpdate(
		doc,
		frame([{ client: THEIRS, clock: 0, structs: [words({ root: 'notes|text' }, 'abcdef')] }])
	);
	const on = { ...at(left), right: at(right) };
	return after(doc, frame([{ client: 7, clock: 0, structs: [words(on, 'x')] }]));
}

function after(doc: Y.Doc, update: Uint8Array): boolean {
	Y.applyUpdate(doc, update);
	return standsBetween(doc, readFrame(update)?.structs ?? new Map());
}

describe('standsBetween', () => {
	test('letters put between two neighbours, or where a stretch was deleted, do', () => {
		expect(between(2, 3)).toBe(true);
		expect(between(1, 4)).toBe(true);
	});
	test('letters whose neighbours are the same one, or the wrong way round, do not', () => {
		expect(between(2, 2)).toBe(false);
		expect(between(3, 2)).toBe(false);
	});
	test('whatever two people write at once, apart or together, does', () => {
		const both = fc.array(fc.tuple(fc.nat(1), edit), { maxLength: 40 });
		fc.assert(
			fc.property(both, both, (before, later) => {
				const server = new Y.Doc();
				const pages = [new Y.Doc(), new Y.Doc()];
				for (const edits of [before, later]) {
					for (const [who, what] of edits) if (pages[who]) perform(pages[who], what);
					for (const page of pages) {
						const own = Y.encodeStateAsUpdate(page, Y.encodeStateVector(server));
						expect(after(server, own)).toBe(true);
						Y.applyUpdate(page, Y.encodeStateAsUpdate(server, Y.encodeStateVector(page)));
					}
				}
				const healed = new Y.Doc();
				expect(after(healed, Y.encodeStateAsUpdate(server))).toBe(true);
				expect(readSheet(healed, LAYOUT)).toEqual(readSheet(server, LAYOUT));
			}),
			{ numRuns: 100, seed: 17 }
		);
	});
});
