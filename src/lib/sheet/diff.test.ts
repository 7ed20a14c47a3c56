import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { diff } from './diff';

/** Neighbours that share a first or a second half: 😀 😁, 𝟀 and 😀 share none or one unit. */
const letters = fc.constantFrom('a', 'b', '😀', '😁', '🐀', '𐀀', '𑀀', 'é', '\n');
const words = fc.array(letters, { maxLength: 12 }).map((list) => list.join(''));

describe('diff', () => {
	test('one letter typed among equals goes where the caret is', () => {
		expect(diff('aaa', 'aaaa', 3)).toEqual({ at: 2, remove: 0, insert: 'a' });
		expect(diff('aaa', 'aa', 1)).toEqual({ at: 1, remove: 1, insert: '' });
	});
	test('a change far from the caret stays as small', () => {
		expect(diff('one two three', 'one 2 three', 11)).toEqual({ at: 4, remove: 3, insert: '2' });
	});
	test('a character of two units is never cut in half', () => {
		expect(diff('😀', '😁', 2)).toEqual({ at: 0, remove: 2, insert: '😁' });
		expect(diff('x𐀀y', 'x𑀀y', 3)).toEqual({ at: 1, remove: 2, insert: '𑀀' });
	});
	test('leads from any text to any other, wherever the caret is, through whole characters', () => {
		fc.assert(
			fc.property(words, words, fc.nat(), (before, after, place) => {
				const caret = place % (after.length + 1);
				const { at, remove, insert } = diff(before, after, caret);
				expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(after);
				for (const part of [before.slice(0, at), insert, before.slice(at + remove)])
					expect(part.isWellFormed()).toBe(true);
			}),
			{ numRuns: 5000, seed: 5 }
		);
	});
	test('applied to a shared text it brings exactly the box’s text', () => {
		fc.assert(
			fc.property(fc.array(words, { maxLength: 8 }), (versions) => {
				const text = new Y.Doc().getText('t');
				for (const version of versions) {
					const { at, remove, insert } = diff(text.toString(), version, version.length >> 1);
					text.delete(at, remove);
					text.insert(at, insert);
					expect(text.toString()).toBe(version);
				}
			}),
			{ numRuns: 500, seed: 6 }
		);
	});
});
