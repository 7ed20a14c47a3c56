import { describe, expect, test } from 'vitest';
import type { Names } from './names';
import type { Results } from './results';
import { readable } from './readable';

const names: Names = {
	item: (id) => `Need ${id}`,
	tool: (id) => `Tool ${id}`,
	option: (question, id) => `${question}: ${id}`,
	country: (code) => (code === 'KE' ? 'Kenya' : code)
};
const choice = (need: string, rank: number, country: string) => ({
	need,
	tool: 'mla',
	country,
	asks: '',
	executes: '',
	reason: 'because',
	urgency: null,
	safeguards: '',
	use: null,
	rank
});
const rec = (id: string, horizon: 'immediate' | 'long', rank: number) => ({
	id,
	text: id,
	horizon,
	owner: '',
	countries: ['KE'],
	answers: '',
	rank
});
const results: Results = {
	version: 1,
	workshop: { title: '', code: '', place: '', from: '', to: '', status: 'open', takenAt: '' },
	scenario: { slug: '', title: '', edition: '', hash: '', exercises: [] },
	delegations: [],
	agreement: [],
	debrief: [],
	joint: [],
	vote: null,
	roadmap: [],
	participation: [],
	teams: [
		{
			name: 'Acacia',
			members: [],
			choices: [choice('b', 1, '-'), choice('a', 1, 'KE')],
			contacts: [{ need: 'c', role: 'registrar', institution: 'port', note: '' }],
			answers: [{ question: 'q', value: ['x', 'y'], reason: '' }],
			recommendations: [rec('r1', 'long', 1), rec('r2', 'immediate', 1)]
		}
	]
};

describe('readable', () => {
	const [team] = readable(results, names, ['a', 'b', 'c', 'd']);

	test('needs come in the order of the case, those without a word are left out', () =>
		expect(team?.needs.map(({ title }) => title)).toEqual(['Need a', 'Need b', 'Need c']));
	test('a channel without a country names none', () =>
		expect(team?.needs.map(({ choices }) => choices[0]?.place)).toEqual(['Kenya', '', undefined]));
	test('a need with nothing but a contact is shown', () =>
		expect(team?.needs[2]).toMatchObject({ choices: [], contacts: [{ institution: 'port' }] }));
	test('several options are said in words', () =>
		expect(team?.answers[0]?.said).toEqual(['q: x', 'q: y']));
	test('horizons come from near to far, empty ones are left out', () =>
		expect(team?.horizons.map(({ horizon }) => horizon)).toEqual(['immediate', 'long']));
});
