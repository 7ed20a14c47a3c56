import { describe, expect, test } from 'vitest';
import { random, shuffled } from './random';

describe('random', () => {
	test('a seed gives the same numbers, another seed others', () => {
		const take = (seed: number) => Array.from({ length: 5 }, random(seed));
		expect(take(4127)).toEqual(take(4127));
		expect(take(4127)).not.toEqual(take(4128));
	});
	test('numbers lie from 0 to below 1 and fill it evenly', () => {
		const next = random(1);
		const tenths = new Array<number>(10).fill(0);
		for (let i = 0; i < 100_000; i++) {
			const tenth = Math.floor(next() * 10);
			tenths[tenth] = (tenths[tenth] as number) + 1;
		}
		expect(tenths).toHaveLength(10);
		for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
	});
});

describe('shuffled', () => {
	test('keeps everything and leaves the list as it was', () => {
		const list = [1, 2, 3, 4, 5, 6];
		expect(shuffled(list, random(3)).sort()).toEqual(list);
		expect(list).toEqual([1, 2, 3, 4, 5, 6]);
	});
	test('every order is as likely', () => {
		const next = random(9);
		const seen = new Map<string, number>();
		for (let i = 0; i < 6000; i++) {
			const order = shuffled(['a', 'b', 'c'], next).join('');
			seen.set(order, (seen.get(order) ?? 0) + 1);
		}
		expect(seen.size).toBe(6);
		for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
	});
});
