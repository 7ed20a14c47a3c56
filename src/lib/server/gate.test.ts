import { describe, expect, test } from 'vitest';
import { gate } from './gate';

describe('gate', () => {
	test('after thirty wrong answers within a minute everybody waits, then no more', () => {
		const { mustWait, countWrong } = gate();
		for (let i = 0; i < 29; i++) countWrong(1000 + i);
		expect(mustWait(2000)).toBe(false);
		countWrong(2000);
		expect(mustWait(2001)).toBe(true);
		expect(mustWait(60_999)).toBe(true);
		expect(mustWait(61_001)).toBe(false);
	});
	test('a computer’s clock that is put back by an hour makes nobody wait for an hour', () => {
		const { mustWait, countWrong } = gate();
		for (let i = 0; i < 40; i++) countWrong(3_600_000 + i);
		expect(mustWait(1000)).toBe(false);
	});
	test('it is known for two minutes that somebody had to wait', () => {
		const { mustWait, countWrong, madeWait } = gate();
		for (let i = 0; i < 30; i++) countWrong(1000);
		expect(madeWait(2000)).toBe(false);
		mustWait(2000);
		expect(madeWait(2001)).toBe(true);
		mustWait(62_000); // over, and nobody waits
		expect(madeWait(121_999)).toBe(true);
		expect(madeWait(122_001)).toBe(false);
	});
	test('wrong passwords keep nobody from joining', () => {
		const [one, other] = [gate(), gate()];
		for (let i = 0; i < 40; i++) one.countWrong(1000);
		expect(other.mustWait(1001)).toBe(false);
	});
});
