import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_SILENCE, left, unseen, type Clock } from './clock';

const clock = (change: Partial<Clock> = {}): Clock => ({
	planned: 60_000,
	added: 0,
	spent: 0,
	runningSince: null,
	...change
});

describe('left', () => {
	test('a paused clock does not move', () =>
		expect(left(clock({ spent: 10_000 }), 1e9)).toBe(50_000));
	test('a running clock runs down and stops at nothing', () => {
		expect(left(clock({ runningSince: 1000 }), 21_000)).toBe(40_000);
		expect(left(clock({ runningSince: 1000 }), 900_000)).toBe(0);
	});
	test('added time is on top of the plan', () =>
		expect(left(clock({ added: 120_000, spent: 60_000 }), 0)).toBe(120_000));
});

describe('unseen', () => {
	const before = { wall: 1.8e12, run: 5_000, up: 90_000 };
	const after = (wall: number, run: number, up: number) => ({
		wall: before.wall + wall,
		run: before.run + run,
		up: before.up + up
	});
	const HOUR = 3_600_000;

	test('R27: seconds that pass as they should are nothing to tell', () =>
		fc.assert(
			fc.property(fc.nat(LONGEST_SILENCE), fc.integer({ min: -900, max: 900 }), (ms, off) => {
				expect(unseen(before, after(ms + off, ms, ms))).toEqual({ slept: 0, shifted: 0 });
			})
		));
	test('R27: sleep is seen where the program’s own clock stood still meanwhile, and where not', () => {
		expect(unseen(before, after(HOUR, 1_000, HOUR))).toEqual({ slept: HOUR, shifted: 0 });
		expect(unseen(before, after(HOUR, HOUR, HOUR))).toEqual({ slept: HOUR, shifted: 0 });
	});
	test('R27: a clock that was changed is no sleep, in either direction', () => {
		expect(unseen(before, after(HOUR + 1_000, 1_000, 1_000))).toEqual({ slept: 0, shifted: HOUR });
		expect(unseen(before, after(1_000 - 2 * HOUR, 1_000, 1_000))).toEqual({
			slept: 0,
			shifted: -2 * HOUR
		});
	});
	test('R27: sleep with a changed clock is both', () =>
		expect(unseen(before, after(2 * HOUR, 500, HOUR))).toEqual({ slept: HOUR, shifted: HOUR }));
});
