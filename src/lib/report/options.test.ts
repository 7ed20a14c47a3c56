import { describe, expect, test } from 'vitest';
import { bigResults } from '../../../tests/fixtures/results';
import { only, PARTS, readOptions, type Part, type ReportOptions } from './options';

const WHOLE: ReportOptions = { without: new Set(), names: true };

const read = (search: string) => readOptions(new URLSearchParams(search));
const whole = bigResults();

describe('readOptions', () => {
	test('an address that says nothing asks for everything', () => expect(read('')).toEqual(WHOLE));
	test('parts come in one list or several', () =>
		expect(read('without=teams,people&without=roadmap,')).toEqual({
			without: new Set(['teams', 'people', 'roadmap']),
			names: true
		}));
	test('names are left out by a word', () =>
		expect([read('names=no'), read('names=yes')]).toEqual([
			{ without: new Set(), names: false },
			WHOLE
		]));
	test.each([
		['without=team', 'team'],
		['without=teams,constructor', 'constructor'],
		['names=maybe', 'maybe']
	])('%s is not understood', (search, unknown) => expect(read(search)).toEqual({ unknown }));
});

describe('only', () => {
	const without = (...parts: Part[]) => only(whole, { without: new Set(parts), names: true });

	test('whole is the same value, and says nothing of parts', () => {
		expect(only(whole, WHOLE)).toBe(whole);
		expect(whole).not.toHaveProperty('leftOut');
	});
	test.each(['roadmap', 'joint', 'agreement', 'participation'] as const)(
		'%s is emptied, and only that',
		(part) => {
			const { [part]: list, leftOut, vote, ...rest } = without(part);
			const { [part]: _, vote: voted, ...whole_ } = whole;
			expect(list).toEqual([]);
			expect(leftOut).toEqual([part]);
			expect(rest).toEqual(whole_);
			expect(vote).toEqual(part === 'joint' ? null : voted);
		}
	);
	test('an extract for a country has its lines and those that concern all, and says so', () => {
		const [first, second, ...rest] = whole.roadmap;
		const lines = [
			{ ...first!, countries: ['KE'] },
			{ ...second!, countries: ['SO'] },
			...rest.map((line) => ({ ...line, countries: [] }))
		];
		const { roadmap, extract } = only({ ...whole, roadmap: lines }, { ...WHOLE, country: 'KE' });
		expect(roadmap).toEqual([lines[0], ...lines.slice(2)]);
		expect(extract).toBe('KE');
	});
	test('what the teams wrote goes, and its people stay', () => {
		const { teams } = without('teams');
		expect(teams.map(({ members }) => members)).toEqual(whole.teams.map((one) => one.members));
		for (const { choices, contacts, answers, recommendations } of teams)
			expect([choices, contacts, answers, recommendations].flat()).toEqual([]);
	});
	test('what only a team said goes with what the teams wrote', () => {
		const untouched = {
			...whole.joint[59]!,
			id: 'untouched',
			state: 'open' as const,
			votes: { ...whole.joint[59]!.votes, total: { support: 0, accept: 0, object: 0 } }
		};
		const results = { ...whole, joint: [...whole.joint, untouched] };
		const ids = (parts: Part[]) =>
			only(results, { without: new Set(parts), names: true }).joint.map(({ id }) => id);
		expect(ids(['teams'])).toEqual(whole.joint.map(({ id }) => id));
		expect(ids(['people'])).toContain('untouched');
	});
	test('without people no team has members; without both there are no teams', () => {
		expect(without('people').teams.flatMap(({ members }) => members)).toEqual([]);
		expect(without('people').teams[0]?.choices).toEqual(whole.teams[0]?.choices);
		expect(without('people', 'teams').teams).toEqual([]);
	});
	test('without names delegations and roles stay, and nobody’s vote does', () => {
		const { teams, joint, leftOut } = only(whole, { without: new Set(), names: false });
		expect(teams[0]?.members[0]).toEqual({ name: '', delegation: 'Kenya', role: 'prosecutor' });
		expect(joint.flatMap(({ votes }) => votes.byName)).toEqual([]);
		expect(joint[0]?.votes.byDelegation).toEqual(whole.joint[0]?.votes.byDelegation);
		expect(leftOut).toEqual(['names']);
	});
	test('every part can be left out at once', () => {
		const { roadmap, joint, vote, agreement, participation, teams } = without(...PARTS);
		expect([roadmap, joint, agreement, participation, teams].flat()).toEqual([]);
		expect(vote).toBeNull();
	});
});
