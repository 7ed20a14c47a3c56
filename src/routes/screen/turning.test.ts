import { describe, expect, test } from 'vitest';
import { pageOf } from './turning';

describe('pages that turn by themselves', () => {
	const list = [1, 2, 3, 4, 5];
	test('one after the other, and again from the first', () =>
		expect([0, 15_000, 30_000, 45_000].map((now) => pageOf(list, 2, now).items)).toEqual([
			[1, 2],
			[3, 4],
			[5],
			[1, 2]
		]));
	test('what fits on one page stands', () =>
		expect(pageOf(list, 5, 99_000)).toEqual({ items: list, page: 1, pages: 1 }));
	test('nothing is one empty page', () =>
		expect(pageOf([], 5, 99_000)).toEqual({ items: [], page: 1, pages: 1 }));
});
