import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Place } from '../protocol/live';
import { Whereabouts } from './whereabouts';

describe('Whereabouts', () => {
	let told: Place[];
	let here: Whereabouts;
	beforeEach(() => {
		vi.useFakeTimers();
		told = [];
		here = new Whereabouts((place) => told.push(place));
	});
	afterEach(() => {
		here.stop();
		vi.useRealTimers();
	});

	test('many moves in a moment are told once, the last one', () => {
		for (const at of ['a', 'b', 'c']) here.go(at);
		vi.advanceTimersByTime(300);
		expect(told).toEqual([{ at: 'c', writing: false }]);
	});
	test('writing is told once while keys come, and its end three seconds after the last', () => {
		for (let n = 0; n < 10; n++) {
			here.wrote('a|reason');
			vi.advanceTimersByTime(500);
		}
		expect(told).toEqual([{ at: 'a|reason', writing: true }]);
		vi.advanceTimersByTime(3000);
		expect(told).toEqual([
			{ at: 'a|reason', writing: true },
			{ at: 'a|reason', writing: false }
		]);
	});
	test('going elsewhere ends the writing at once', () => {
		here.wrote('a|reason');
		vi.advanceTimersByTime(300);
		here.go('b|reason');
		vi.advanceTimersByTime(300);
		expect(told.at(-1)).toEqual({ at: 'b|reason', writing: false });
	});
	test('after a new connection the same place is told again', () => {
		here.go('a');
		vi.advanceTimersByTime(300);
		here.again();
		vi.advanceTimersByTime(300);
		expect(told).toEqual([
			{ at: 'a', writing: false },
			{ at: 'a', writing: false }
		]);
	});
});
