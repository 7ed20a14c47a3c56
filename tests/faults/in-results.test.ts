import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Results, TeamResults } from '../../src/lib/report/results';
import { judgeResults } from './in-results';
import type { Edit, Touch } from './ledger';

const CHOICE = 'choice/call-records/mla/KE';

const acacia: TeamResults = {
	name: 'Acacia',
	members: [],
	choices: [
		{
			need: 'call-records',
			tool: 'mla',
			country: 'KE',
			asks: 'Prosecution',
			executes: 'Central authority c1-0002',
			reason: 'c1-0001 so ',
			urgency: 'days',
			safeguards: '',
			use: null,
			rank: 1
		}
	],
	contacts: [
		{ need: 'call-records', role: 'clerk c1-0003', institution: 'court', note: 'c1-0004 ' }
	],
	answers: [{ question: 'who-signs', value: 'central', reason: 'c1-0005 ' }],
	recommendations: ['first', 'second'].map((id, at) => ({
		id: `rec-number-${id}`,
		text: `c2-000${at + 1} `,
		horizon: 'short',
		owner: '',
		countries: ['KE', 'SO'],
		answers: '',
		rank: at + 1
	}))
};

const touches: Touch[] = [
	{ key: `${CHOICE}|gone`, what: 'value', content: 'null' },
	{ key: `${CHOICE}|rank`, what: 'value', content: '"a0"' },
	{ key: `${CHOICE}|reason`, what: 'text', content: 'c1-0001' },
	{ key: `${CHOICE}|executes`, what: 'value', content: '"Central authority c1-0002"' },
	{ key: 'contact/abcdefghij|role', what: 'value', content: '"clerk c1-0003"' },
	{ key: 'contact/abcdefghij|note', what: 'text', content: 'c1-0004' },
	{ key: 'answer/who-signs|value', what: 'value', content: '"central"' },
	{ key: 'answer/who-signs|reason', what: 'text', content: 'c1-0005' },
	{ key: 'rec/rec-number-first|countries', what: 'value', content: '["KE","SO"]' },
	{ key: 'rec/rec-number-first|text', what: 'text', content: 'c2-0001' },
	{ key: 'notes|text', what: 'text', content: 'c1-0006' }
];

/** What the oracle says of these results, the edits being acknowledged. */
function rules(change: Partial<TeamResults> = {}, sheet = new Y.Doc()) {
	const edits = touches.map((touch): Edit => ({
		writer: 1,
		team: 'Acacia',
		sheet: 's1',
		touches: [touch],
		at: 0,
		acknowledged: 1,
		refused: false,
		awaiting: new Set()
	}));
	const results = { teams: [{ ...acacia, ...change }] } as Results;
	return judgeResults(results, edits, [{ team: 'Acacia', served: sheet }]).map(
		({ rule, what }) => `${rule}: ${what}`
	);
}

describe('judgeResults', () => {
	test('has nothing to say when every field holds what was acknowledged', () =>
		expect(rules()).toEqual([]));
	test('finds words that are missing from their field', () => {
		const [choice] = acacia.choices;
		expect(rules({ choices: [{ ...choice!, reason: '', safeguards: 'c1-0001' }] })).toEqual([
			`lost from the results: c1-0001 in ${CHOICE}|reason of team Acacia`
		]);
	});
	test('finds a value that nobody set', () => {
		const [choice] = acacia.choices;
		expect(rules({ choices: [{ ...choice!, executes: 'Somebody' }] }).length).toBe(1);
		const [first, second] = acacia.recommendations;
		expect(rules({ recommendations: [{ ...first!, countries: ['KE'] }, second!] }).length).toBe(1);
		expect(
			rules({ answers: [{ question: 'who-signs', value: 'director', reason: 'c1-0005 ' }] }).length
		).toBe(1);
	});
	test('finds entries that are not there at all', () => {
		expect(rules({ choices: [] }).length).toBe(2);
		expect(rules({ contacts: [] }).length).toBe(2);
		expect(rules({ answers: [] }).length).toBe(2);
		expect(rules({ recommendations: [] }).length).toBe(2);
	});
	test('finds a team that is missing, or has another’s text', () =>
		expect(rules({ name: 'Baobab' }).length).toBe(8));
	test('finds recommendations in another order than the team gave them', () => {
		const sheet = new Y.Doc();
		const rank = (id: string, at: string) =>
			sheet.getMap('set').set(`rec/rec-number-${id}|rank`, at);
		rank('first', 'a0');
		rank('second', 'a1');
		expect(rules({}, sheet)).toEqual([]);
		rank('first', 'a2');
		expect(rules({}, sheet)).toEqual(['other order: rec/rec-number-second of team Acacia']);
	});
});
