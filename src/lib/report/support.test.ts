import { describe, expect, test } from 'vitest';
import type { BallotResult, VotesResult } from './outcome-results';
import { delegationsIn, leastIn, objectionsOf, shareIn, supportIn, wasVoted } from './support';

const vote = { kind: 'stance', voters: 22, byDelegation: {} } as BallotResult;
const count = (support: number, accept: number, object: number) => ({ support, accept, object });
const votes: VotesResult = {
	total: count(16, 3, 3),
	byDelegation: { Kenya: count(9, 1, 0), Somalia: count(5, 2, 3), Uganda: count(2, 0, 0) },
	dots: 0,
	least: 'Uganda',
	objections: [],
	byName: []
};

describe('supportIn', () => {
	test('is of those who voted, in all and in a group', () => {
		expect(supportIn(votes, vote)).toEqual({ support: 16, of: 22 });
		expect(supportIn(votes, vote, 'Somalia')).toEqual({ support: 5, of: 10 });
	});
	test('with dots is of everybody who voted on anything', () => {
		const dots: BallotResult = { ...vote, kind: 'dots', byDelegation: { Kenya: 12 } };
		expect(supportIn(votes, dots)).toEqual({ support: 16, of: 22 });
		expect(supportIn(votes, dots, 'Kenya')).toEqual({ support: 9, of: 12 });
	});
});

test('the share of nobody is none', () => {
	expect(shareIn({ support: 3, of: 4 })).toBe(0.75);
	expect(shareIn({ support: 0, of: 0 })).toBeNull();
});

describe('leastIn', () => {
	test('has the support in the group that the tally marks', () =>
		expect(leastIn({ ...votes, least: 'Somalia' }, vote)).toEqual({
			group: 'Somalia',
			...supportIn(votes, vote, 'Somalia')
		}));
	test('none where all support it alike', () =>
		expect(leastIn({ ...votes, least: null }, vote)).toBeNull());
});

describe('wasVoted', () => {
	test('where anybody said anything', () => {
		expect(wasVoted(votes)).toBe(true);
		expect(wasVoted({ total: count(0, 0, 0) })).toBe(false);
	});
});

describe('objectionsOf', () => {
	test('the same said by the same group is counted once, in the order of the delegations', () =>
		expect(
			objectionsOf({
				...votes,
				objections: [
					{ by: 'Somalia', reason: '' },
					{ by: 'Somalia', reason: 'Too late' },
					{ by: '', reason: 'Too late' },
					{ by: 'Kenya', reason: 'No budget' },
					{ by: 'Somalia', reason: ' Too late' }
				]
			})
		).toEqual([
			{ by: '', reason: 'Too late', count: 1 },
			{ by: 'Kenya', reason: 'No budget', count: 1 },
			{ by: 'Somalia', reason: 'Too late', count: 2 },
			{ by: 'Somalia', reason: '', count: 1 }
		]));
});

describe('delegationsIn', () => {
	const all = ['Congo, Democratic Republic of', 'Kenya', 'Uganda'].map((name) => ({ name }));
	const names = (group: string) => delegationsIn(group, all).map(({ name }) => name);

	test('one delegation, also with a comma in its name', () => {
		expect(names('Kenya')).toEqual(['Kenya']);
		expect(names('Congo, Democratic Republic of')).toEqual(['Congo, Democratic Republic of']);
	});
	test('several that were joined', () =>
		expect(names('Congo, Democratic Republic of, Uganda')).toEqual([
			'Congo, Democratic Republic of',
			'Uganda'
		]));
	test('none of that name', () => expect(names('Ruritania')).toEqual([]));
});
