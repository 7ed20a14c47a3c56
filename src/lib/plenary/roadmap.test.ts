import { describe, expect, test } from 'vitest';
import { datesOf, gapsOf } from './roadmap';

describe('the dates of a horizon', () => {
	test('count from the last day, one begins where the one before ends', () => {
		expect(datesOf('immediate', '2027-03-11')).toEqual({ from: '2027-03-11', to: '2027-06-11' });
		expect(datesOf('short', '2027-03-11')).toEqual({ from: '2027-06-11', to: '2028-03-11' });
		expect(datesOf('medium', '2027-03-11')).toEqual({ from: '2028-03-11', to: '2030-03-11' });
		expect(datesOf('long', '2027-03-11')).toEqual({ from: '2030-03-11', to: null });
	});
	test('the last day of a long month becomes that of a short one', () => {
		expect(datesOf('immediate', '2027-11-30').to).toBe('2028-02-29');
		expect(datesOf('immediate', '2026-11-30').to).toBe('2027-02-28');
		expect(datesOf('short', '2028-02-29').to).toBe('2029-02-28');
	});
});

describe('what a line lacks', () => {
	test('blanks are nothing', () =>
		expect(gapsOf({ owner: ' ', deadline: '2027-06-11', indicator: '' })).toEqual([
			'owner',
			'indicator'
		]));
	test('nothing where all is said', () =>
		expect(gapsOf({ owner: 'AG', deadline: '2027-06-11', indicator: 'x' })).toEqual([]));
});
