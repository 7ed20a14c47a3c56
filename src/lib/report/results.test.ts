import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { fixture, workshopState } from '../../../tests/fixtures/state';
import { reportWords } from '../components/report-words';
import { NO_OUTCOME } from '../plenary/ballot';
import type { SheetValue } from '../sheet/value';
import { resultsCsv } from './csv';
import { resultsJson } from './json';
import { resultsMarkdown } from './markdown';
import { namesOf } from './names';
import { results, type TeamSheet } from './results';

const state = workshopState(fixture('tests/fixtures/scenarios/canary', ['device-forensics']));

const noPlenary = { joints: [], alone: [] };
const nothing: SheetValue = {
	choices: [],
	contacts: [],
	answers: [],
	recommendations: [],
	notes: ''
};

const choice: SheetValue['choices'][number] = {
	entry: 'choice/papers/device-forensics/SO',
	need: 'papers',
	tool: 'device-forensics',
	country: 'SO',
	asks: 'ODPP',
	executes: '=cmd()',
	reason: '# Not a heading <script>alert(1)</script> | [x](javascript:1)',
	urgency: 'days',
	safeguards: '',
	use: 'lead',
	rank: 1,
	gone: null
};

const written: SheetValue = {
	choices: [choice, { ...choice, entry: 'x', rank: 0, gone: 'asha' }],
	contacts: [
		{
			entry: 'contact/a',
			need: 'papers',
			role: 'Registrar',
			institution: '@Registry',
			note: '',
			gone: null
		},
		{ entry: 'contact/b', need: 'papers', role: 'x', institution: 'x', note: '', gone: 'asha' }
	],
	answers: [
		{
			entry: 'answer/who-signs',
			question: 'who-signs',
			options: ['central'],
			text: '',
			reason: 'The act'
		},
		{
			entry: 'answer/after-the-inject',
			question: 'after-the-inject',
			options: ['first', 'second'],
			text: '',
			reason: ''
		}
	],
	recommendations: [
		{
			entry: 'rec/r1',
			text: '-2+3 is "no" formula',
			horizon: 'short',
			owner: 'ODPP',
			countries: ['KE', 'SO'],
			answers: 'papers',
			rank: 1,
			gone: null
		},
		{
			entry: 'rec/r2',
			text: 'gone',
			horizon: 'short',
			owner: '',
			countries: [],
			answers: '',
			rank: 0,
			gone: 'bile'
		}
	],
	notes: ''
};

const sheets: TeamSheet[] = [{ team: 'acacia', exercise: 'lorry', value: written }];
const taken = results(state, sheets, noPlenary, NO_OUTCOME, 0);
const [acacia, baobab] = taken.teams;

const said = (team: string, is: 'keep' | 'revise', after: string[]) => ({
	...{ sheet: `sheet-${team}`, need: 'papers', is, after, person: 'asha', at: 5 },
	reason: is === 'revise' ? '# Too *slow*' : '',
	before: ['device-forensics']
});
const judged = results(
	{
		...state,
		verdicts: [
			said('baobab', 'revise', ['mla-records-production']),
			said('acacia', 'keep', ['device-forensics'])
		]
	},
	sheets,
	noPlenary,
	NO_OUTCOME,
	0
);

const words = reportWords('en', 180);

describe('results', () => {
	test('hold what a team wrote, in order, without what it removed', () => {
		expect(acacia?.choices.map(({ tool, rank }) => [tool, rank])).toEqual([
			['device-forensics', 1]
		]);
		expect(acacia?.contacts).toHaveLength(1);
		expect(acacia?.recommendations.map(({ id }) => id)).toEqual(['r1']);
	});
	test('a question with one answer gives its id, one with several a list', () =>
		expect(acacia?.answers.map(({ value }) => value)).toEqual(['central', ['first', 'second']]));
	test('a team that wrote nothing is there, with its people', () => {
		expect(baobab).toMatchObject({ name: 'Baobab', choices: [], recommendations: [] });
		expect(baobab?.members.map(({ name }) => name)).toEqual(['Chebet Kariro', 'Deeqa Shiil']);
	});
	test('a team of an earlier draw that wrote something keeps its place before the new ones', () => {
		const earlier = [
			{
				...state.division!,
				id: 'old',
				teams: [{ ...state.division!.teams[0]!, id: 'old-team', name: 'Old' }]
			}
		];
		const old = { team: 'old-team', exercise: 'lorry', value: written };
		expect(
			results({ ...state, earlier }, [old], noPlenary, NO_OUTCOME, 0).teams.map(({ name }) => name)
		).toEqual(['Old', 'Acacia', 'Baobab']);
		expect(
			results(
				{ ...state, earlier },
				[{ ...old, team: 'acacia', value: nothing }],
				noPlenary,
				NO_OUTCOME,
				0
			).teams.map(({ name }) => name)
		).toEqual(['Acacia', 'Baobab']);
	});
});

describe('results, once the expert’s view is open', () => {
	test('say of each team and need whether it keeps its tools, and which it would choose now', () =>
		expect(judged.debrief.map(({ team, verdict, after }) => [team, verdict, after])).toEqual([
			['Acacia', 'keep', ['device-forensics']],
			['Baobab', 'revise', ['mla-records-production']]
		]));
	test('as Markdown too, the tools only where they are others', () => {
		const text = resultsMarkdown(judged, namesOf(state), words);
		expect(text).toContain(
			'- **Acacia** — keeps its choices\n- **Baobab** — revises its choices — Would choose now: '
		);
		expect(text).toContain('\\# Too \\*slow\\*');
		expect(resultsMarkdown(taken, namesOf(state), words)).not.toContain(
			'## After the expert’s view'
		);
	});
});

describe('resultsJson', () => {
	const schema = JSON.parse(readFileSync('docs/results.schema.json', 'utf8'));
	const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
	test('holds against the published schema', () => {
		validate(JSON.parse(resultsJson(judged)));
		expect(validate.errors).toBeNull();
	});
	test('and the schema notices a rank from 0, an unknown horizon, a missing team', () => {
		const broken = JSON.parse(resultsJson(taken));
		broken.teams[0].choices[0].rank = 0;
		broken.teams[0].recommendations[0].horizon = 'soon';
		delete broken.teams[1].name;
		expect(validate(broken)).toBe(false);
		expect(validate.errors?.map((error) => error.instancePath)).toEqual(
			expect.arrayContaining([
				'/teams/0/choices/0/rank',
				'/teams/0/recommendations/0/horizon',
				'/teams/1'
			])
		);
	});
});

describe('resultsCsv', () => {
	const rows = Papa.parse<Record<string, string>>(resultsCsv(taken).replace('\ufeff', ''), {
		header: true,
		skipEmptyLines: true
	}).data;
	test('has a row for every member, choice, contact, answer and recommendation', () =>
		expect(rows.filter((row) => row.team === 'Acacia').map((row) => row.kind)).toEqual([
			'member',
			'member',
			'choice',
			'contact',
			'answer',
			'answer',
			'recommendation'
		]));
	test('no cell begins like a formula', () => {
		expect(rows.find((row) => row.kind === 'choice')?.executes).toBe("'=cmd()");
		expect(rows.find((row) => row.kind === 'contact')?.institution).toBe("'@Registry");
		expect(rows.find((row) => row.kind === 'recommendation')?.text).toBe(`'-2+3 is "no" formula`);
		for (const start of ['=', '+', '-1', '@', '\t=', '\r=', '＝', '"=', " ='"]) {
			const value = {
				...nothing,
				recommendations: [{ ...written.recommendations[0]!, text: `${start}1` }]
			};
			const csv = resultsCsv(
				results(state, [{ team: 'acacia', exercise: 'lorry', value }], noPlenary, NO_OUTCOME, 0)
			);
			const cells = Papa.parse<string[]>(csv).data.flat();
			expect(cells).toContain(`'${start.replace('\r', "\r'")}1`);
		}
	});
	test('a channel without a country keeps its dash', () => {
		const value = { ...nothing, choices: [{ ...choice, country: '-' }] };
		const csv = resultsCsv(
			results(state, [{ team: 'acacia', exercise: 'lorry', value }], noPlenary, NO_OUTCOME, 0)
		);
		expect(
			Papa.parse<Record<string, string>>(csv.replace('\ufeff', ''), { header: true }).data.find(
				(row) => row.kind === 'choice'
			)?.country
		).toBe('-');
	});
});

describe('resultsMarkdown', () => {
	const text = resultsMarkdown(taken, namesOf(state), words);
	test('reads with names instead of ids', () => {
		expect(text).toContain('## Team: Acacia');
		expect(text).toContain('OPEN-NEED-ONE-TITLE');
		expect(text).toContain('OPEN-OPTION-CENTRAL');
		expect(text).toContain('#### Short term');
	});
	test('what people wrote cannot become a heading, a link or HTML', () => {
		expect(text).toContain('\\# Not a heading \\<script\\>');
		expect(text).not.toMatch(/^# Not/m);
		expect(text).not.toContain('[x](');
		expect(text).not.toContain('<script>');
	});
	test('a team that wrote nothing says so', () =>
		expect(text.slice(text.indexOf('Baobab'))).toContain('Nothing written yet.'));
});
