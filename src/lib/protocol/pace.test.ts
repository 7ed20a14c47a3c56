import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pace } from './pace';

const limits = { perSecond: 10, burst: 20 };

describe('Pace', () => {
	test('a burst passes at once; what follows waits for its turn', () => {
		const pace = new Pace(limits);
		for (let i = 0; i < 20; i++) expect(pace.take(1, 5000)).toBe(0);
		expect([1, 2, 3].map(() => pace.take(1, 5000))).toEqual([100, 200, 300]);
		expect(pace.take(1, 5400)).toBe(0);
	});
	test('whoever keeps to the pace never waits, for as long as they like', () => {
		const pace = new Pace(limits);
		for (let now = 0; now < 3_600_000; now += 100) expect(pace.take(1, now)).toBe(0);
		expect(pace.isRested(3_600_000)).toBe(true);
	});
	test('what is not allowed costs nothing', () => {
		const pace = new Pace(limits);
		expect(pace.allows(20, 0)).toBe(true);
		for (let i = 0; i < 50; i++) expect(pace.allows(1, 0)).toBe(false);
		expect([pace.allows(1, 100), pace.allows(1, 100)]).toEqual([true, false]);
	});
	test('however it comes, no more gets through in any time than burst and pace allow', () =>
		fc.assert(
			fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 200 }), (pauses) => {
				const pace = new Pace(limits);
				let now = 0;
				const through = pauses.map((pause) => (now += pause) + pace.take(1, now));
				through.forEach((at, index) => {
					const within = through.filter((other) => other >= at && other <= at + 1000).length;
					expect(within, `from ${index}`).toBeLessThanOrEqual(31);
				});
			})
		));
});
