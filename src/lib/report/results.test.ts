import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import {
	noPlenary,
	nothing,
	sheets,
	state,
	taken,
	written
} from '../../../tests/fixtures/canary-results';
import { reportWords } from '../components/report-words';
import { NO_OUTCOME } from '../plenary/ballot';
import { resultsJson } from './json';
import { resultsMarkdown } from './markdown';
import { namesOf } from './names';
import { results } from './results';

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
