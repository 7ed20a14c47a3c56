import { describe, expect, test } from 'vitest';
import { countWrong, mustWait } from './gate';

describe('mustWait', () => {
	test('after thirty wrong codes within a minute everybody who is not in waits, then no more', () => {
		for (let i = 0; i < 29; i++) countWrong(1000 + i);
		expect(mustWait(2000)).toBe(false);
		countWrong(2000);
		expect(mustWait(2001)).toBe(true);
		expect(mustWait(60_999)).toBe(true);
		expect(mustWait(61_001)).toBe(false);
	});
});
