import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seeded } from '../../../tests/fixtures/seeded';
import { Comeback } from './comeback';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A line whose attempts fail at once, hang, or stand. */
function line(seed = 1) {
	const random = seeded(seed);
	const made: number[] = [];
	const state = { is: 'fails' as 'fails' | 'hangs' | 'stands', answers: false, cuts: 0 };
	const comeback: Comeback = new Comeback({
		open: () => {
			made.push(Date.now());
			if (state.is === 'fails') comeback.later();
			if (state.is === 'stands') comeback.stands();
		},
		cut: () => state.cuts++,
		answers: () => Promise.resolve(state.answers),
		random: () => random(1000) / 1000
	});
	return { comeback, made, state };
}

test('after hours without a server it is still asked every half to one and a half seconds', () => {
	const { comeback, made } = line();
	comeback.later();
	vi.advanceTimersByTime(4 * 3600_000);
	const waits = made.slice(-1000).map((at, i, all) => at - (all[i - 1] ?? at - 1000));
	expect(Math.min(...waits)).toBeGreaterThanOrEqual(500);
	expect(Math.max(...waits)).toBeLessThanOrEqual(1500);
	expect(new Set(waits).size).toBeGreaterThan(500);
});

test('browsers that lost the same server do not come back in the same moment', () => {
	const firsts = Array.from({ length: 300 }, (_, i) => {
		const { comeback, made, state } = line(i + 1);
		state.is = 'stands';
		const lost = Date.now();
		comeback.later();
		vi.advanceTimersByTime(600);
		return (made[0] ?? 0) - lost;
	});
	const at = (from: number) => firsts.filter((ms) => ms >= from && ms < from + 100).length;
	for (const from of [100, 200, 300, 400, 500]) expect(at(from)).toBeGreaterThan(20);
});

test('an attempt that hangs is begun anew within 3 s of the server being back', async () => {
	const { comeback, made, state } = line();
	state.is = 'hangs';
	comeback.now();
	await vi.advanceTimersByTimeAsync(7300);
	expect(made).toHaveLength(1);
	[state.is, state.answers] = ['stands', true];
	const back = Date.now();
	await vi.advanceTimersByTimeAsync(3000);
	expect(made).toHaveLength(2);
	expect((made[1] ?? 0) - back).toBeLessThan(3000);
	expect(state.cuts).toBe(1);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(made).toHaveLength(2);
});

test('whoever comes back into view does not wait', () => {
	const { comeback, made } = line();
	comeback.later();
	vi.advanceTimersByTime(60_000);
	const before = made.length;
	comeback.now();
	expect(made).toHaveLength(before + 1);
	comeback.stop();
	vi.advanceTimersByTime(60_000);
	expect(made).toHaveLength(before + 1);
});
