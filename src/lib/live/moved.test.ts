import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { diff } from '../sheet/diff';
import { fitting, moved } from './moved';

/** Neighbours that share a first or a second half: 😀 😁, 𝟀 and 😀 share none or one unit. */
const letters = fc.constantFrom('a', 'b', '😀', '😁', '🐀', '𐀀', '𑀀', 'é', '\n');
const words = fc.array(letters, { maxLength: 12 }).map((list) => list.join(''));

describe('moved', () => {
	test('follows what others write and delete before it, and stays for what comes after', () => {
		expect(moved(5, [{ insert: 'abc' }])).toBe(8);
		expect(moved(5, [{ retain: 6 }, { insert: 'abc' }])).toBe(5);
		expect(moved(5, [{ retain: 5 }, { insert: 'abc' }])).toBe(5);
		expect(moved(5, [{ retain: 1 }, { delete: 2 }])).toBe(3);
		expect(moved(5, [{ retain: 3 }, { delete: 9 }])).toBe(3);
		expect(moved(5, [{ delete: 2 }, { insert: 'wxyz' }, { retain: 1 }, { delete: 1 }])).toBe(6);
	});
	test('the letters before the caret that others left alone are still before it', () => {
		fc.assert(
			fc.property(words, words, fc.nat(), (before, after, place) => {
				const text = new Y.Doc().getText('t');
				text.insert(0, before);
				const caret = place % (before.length + 1);
				const { at, remove, insert } = diff(before, after, 0);
				let to = caret;
				text.observe((event) => (to = moved(caret, event.delta)));
				text.doc?.transact(() => {
					text.delete(at, remove);
					text.insert(at, insert);
				});
				if (caret <= at) expect(to).toBe(caret);
				else if (caret > at + remove) expect(after.length - to).toBe(before.length - caret);
				else expect(to).toBeGreaterThanOrEqual(at);
			}),
			{ numRuns: 2000, seed: 8 }
		);
	});
});

describe('fitting', () => {
	test('counts bytes, not letters, and ends between characters', () => {
		expect(fitting('abc', 10)).toBe('abc');
		expect(fitting('aé😀', 3)).toBe('aé');
		expect(fitting('aé😀', 6)).toBe('aé');
		expect(fitting('aé😀', 7)).toBe('aé😀');
		expect(fitting('abc', 0)).toBe('');
	});
});
