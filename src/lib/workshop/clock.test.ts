import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_TICK, left, spent, tick, type Clock } from './clock';

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

describe('tick', () => {
	test('ticking changes nothing that anybody sees', () =>
		fc.assert(
			fc.property(fc.nat(LONGEST_TICK), fc.nat(1e6), (passed, before) => {
				const running = { ...clock({ spent: before }), runningSince: 5_000 };
				const now = 5_000 + passed;
				expect(spent({ ...running, ...tick(running, now) }, now)).toBe(spent(running, now));
			})
		));
	test('a computer that slept an hour has spent no time, and the gap is told', () =>
		expect(tick({ ...clock(), runningSince: 0 }, 3_600_000)).toEqual({
			spent: 0,
			runningSince: 3_600_000,
			gap: 3_600_000
		}));
	test('a clock set back spends nothing', () =>
		expect(tick({ ...clock({ spent: 7 }), runningSince: 10_000 }, 0)).toEqual({
			spent: 7,
			runningSince: 0,
			gap: 0
		}));
});
