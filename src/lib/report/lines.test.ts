import { describe, expect, test } from 'vitest';
import { reportItems, reportLines } from './lines';
import type { RoadmapResult, VotesResult } from './outcome-results';
import type { JointResult } from './plenary-results';
import type { Results, TeamResults } from './results';

const NO_VOTES: VotesResult = {
	total: { support: 0, accept: 0, object: 0 },
	byDelegation: {},
	dots: 0,
	least: null,
	objections: [],
	byName: []
};
const team = (name: string, delegations: string[], recommendations: string[] = []) =>
	({
		name,
		members: delegations.map((delegation) => ({ name: '', delegation, role: '' })),
		recommendations: recommendations.map((id) => ({ id }))
	}) as TeamResults;
const joint = (id: string, change: Partial<JointResult> = {}): JointResult => ({
	id,
	merged: true,
	name: '',
	text: `Text of ${id}.`,
	horizon: 'short',
	owner: '',
	sources: [
		{
			team: 'Acacia',
			recommendation: `r-${id}`,
			text: `Acacia’s ${id}`,
			language: '',
			horizon: 'short',
			owner: ''
		}
	],
	state: 'open',
	votes: NO_VOTES,
	...change
});
const line = (id: string, text = `Text of ${id}.`) =>
	({ joint: id, text, horizon: 'short', countries: ['KE'] }) as RoadmapResult;
const results = (change: Partial<Results>) =>
	({
		delegations: ['Kenya', 'Somalia', 'Uganda'].map((name) => ({ name, kind: 'host', people: 1 })),
		teams: [team('Acacia', ['Somalia', 'Kenya', 'Somalia'])],
		joint: [],
		roadmap: [],
		...change
	}) as Results;
const names = { country: (code: string) => `Country ${code}` };

describe('reportLines', () => {
	const lines = reportLines(
		results({
			joint: [joint('a', { name: 'Contacts' }), joint('b')],
			roadmap: [line('b'), line('a', 'Said otherwise.')]
		}),
		names
	);
	test('are numbered through, with name and countries', () => {
		expect(lines.map(({ number, name }) => [number, name])).toEqual([
			[1, 'Text of b.'],
			[2, 'Contacts']
		]);
		expect(lines[0]?.countries).toEqual(['Country KE']);
	});
	test('carry the joint text where they are worded otherwise', () =>
		expect(lines.map(({ jointText }) => jointText)).toEqual(['', 'Text of a.']));
	test('carry each team’s words with its mix, in the order of the delegations', () =>
		expect(lines[1]?.sources).toEqual([
			{
				team: 'Acacia',
				text: 'Acacia’s a',
				mix: [
					{ delegation: 'Kenya', people: 1 },
					{ delegation: 'Somalia', people: 2 }
				]
			}
		]));
	test('of two teams of one name, the one that wrote it counts', () => {
		const teams = [team('Acacia', ['Uganda'], ['r-a']), team('Acacia', ['Kenya'], ['r-b'])];
		const all = results({
			joint: [joint('a'), joint('b')],
			roadmap: [line('a'), line('b')],
			teams
		});
		expect(reportLines(all, names).map(({ sources }) => sources[0]?.mix[0]?.delegation)).toEqual([
			'Uganda',
			'Kenya'
		]);
	});
});

describe('reportItems', () => {
	test('lines of the roadmap come first; what stands alone is there once it was spoken of', () => {
		const voted = { ...NO_VOTES, total: { support: 1, accept: 0, object: 0 } };
		const items = reportItems(
			results({
				joint: [
					joint('merged'),
					joint('silent', { merged: false }),
					joint('voted', { merged: false, votes: voted }),
					joint('left', { merged: false, state: 'left-out' }),
					joint('adopted', { state: 'adopted' })
				],
				roadmap: [line('adopted')]
			})
		);
		expect(items.map(({ id, line: at }) => [id, at])).toEqual([
			['adopted', 1],
			['merged', null],
			['voted', null],
			['left', null]
		]);
	});
});
