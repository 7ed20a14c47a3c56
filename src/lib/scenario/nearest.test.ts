import { describe, expect, test } from 'vitest';
import { didYouMean, distance, nearest } from './nearest';

describe('distance', () => {
	test.each([
		['', 'abc', 3],
		['abc', 'abc', 0],
		['kitten', 'sitting', 3],
		['expert', 'exprt', 1],
		['expert', 'expret', 1]
	])('from %s to %s is %i', (a, b, edits) => {
		expect(distance(a, b)).toBe(edits);
		expect(distance(b, a)).toBe(edits);
	});
});

describe('nearest', () => {
	test('is the word with the fewest edits, whatever its case', () => {
		expect(nearest('exprt', ['Answer', 'Expert', 'Export'])).toBe('Expert');
	});

	test('is nothing when more than a third would change', () => {
		expect(nearest('table', ['Expert', 'Answer'])).toBeUndefined();
		expect(didYouMean('table', ['Expert'], 'Leave it out.')).toBe('Leave it out.');
	});
});
