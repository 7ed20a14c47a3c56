import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cell } from '../../../tests/fixtures/read-files';
import { readFiles, type Files } from '../../../tests/fixtures/written-files';
import { bigResults, fewResults, personName } from '../../../tests/fixtures/results';
import { formatDate } from '../format';
import { reportWords } from '../components/report-words';
import { resultsJson } from './json';
import { only, PARTS, type Part } from './options';
import { plain } from './plain';
import type { Results } from './results';

const results = bigResults(10);
const few = fewResults();
let files: Files;

beforeAll(async () => (files = await readFiles(results)), 30_000);

/** Everything that a file says, as text. */
const said = ({ json, csv, markdown, docx, xlsx }: Files): Record<string, string> => ({
	json: JSON.stringify(json),
	csv: csv.flatMap((row) => Object.values(row)).join('\n'),
	markdown,
	docx: [...docx.parts.values()].join('\n'),
	xlsx: xlsx.flatMap(({ sheet, data }) => [sheet, ...data.flat().map(String)]).join('\n')
});

const rows = (of: Files, sheet: string): Cell[][] =>
	of.xlsx.find((one) => one.sheet === sheet)?.data.slice(1) ?? [];

/** What a reader of each format finds of one thing, to be held against the JSON. */
function texts({ csv, docx, xlsx, markdown }: Files) {
	const column = (kind: string, name: string) =>
		csv.filter((row) => row.kind === kind).map((row) => row[name] ?? '');
	const cells = (sheet: string, at: number) => rows({ xlsx } as Files, sheet).map((row) => row[at]);
	return { column, cells, paragraphs: new Set(docx.paragraphs), markdown };
}

describe('E2: every format says the same', () => {
	test('the roadmap, line by line, in its order', () => {
		const { column, cells, paragraphs, markdown } = texts(files);
		const lines = results.roadmap;
		expect(files.json.roadmap).toEqual(lines);
		for (const field of ['text', 'owner', 'indicator', 'resources', 'notes', 'deadline'] as const)
			expect(column('line', field)).toEqual(lines.map((line) => line[field]));
		const sheet = 'Joint roadmap';
		expect(cells(sheet, 2)).toEqual(lines.map(({ text }) => text));
		expect(cells(sheet, 3)).toEqual(lines.map(({ owner }) => owner));
		expect(cells(sheet, 6)).toEqual(
			lines.map(({ deadline }) => (deadline ? new Date(deadline) : null))
		);
		expect(cells(sheet, 7)).toEqual(lines.map(({ indicator }) => indicator));
		lines.forEach(({ text, owner, deadline }, at) => {
			expect(paragraphs).toContain(text);
			expect(paragraphs).toContain(owner);
			if (deadline) expect(paragraphs).toContain(formatDate(deadline, 'en'));
			expect(markdown).toContain(`\n${at + 1}. ${plain(text)}\n`);
		});
	});
	test('joint recommendations with their votes', () => {
		const { column, cells, paragraphs, markdown } = texts(files);
		const { joint } = results;
		expect(column('joint', 'text')).toEqual(joint.map(({ text }) => text));
		const sheet = 'Joint recommendations and votes';
		expect(cells(sheet, 2)).toEqual(joint.map(({ text }) => text));
		expect(column('joint', 'support')).toEqual(joint.map(() => '45'));
		expect(cells(sheet, 9)).toEqual(joint.map(() => 45));
		expect(cells(sheet, 6)).toEqual(joint.map(() => 0.75));
		expect(column('joint', 'state')).toEqual(joint.map(({ state }) => state));
		const somalia = files.csv.filter((row) => row.kind === 'votes' && row.delegation === 'Somalia');
		expect(somalia.map(({ support, accept, object }) => [support, accept, object])).toEqual(
			joint.map(() => ['5', '2', '1'])
		);
		for (const { text } of joint) {
			expect(paragraphs).toContain(text);
			expect(markdown).toContain(plain(text));
		}
		expect(
			markdown.match(/\| Somalia \(least supportive\) \| 5 \| 2 \| 1 \| 63\u00a0% \|/g)
		).toHaveLength(joint.length);
	});
	test('every source, in its team’s words', () => {
		const { column, cells, paragraphs, markdown } = texts(files);
		const sources = results.joint.flatMap((one) => one.sources);
		expect(sources).toHaveLength(140);
		expect(column('source', 'text')).toEqual(sources.map(({ text }) => text));
		expect(column('source', 'team')).toEqual(sources.map(({ team }) => team));
		expect(cells('Sources', 3)).toEqual(sources.map(({ text }) => text));
		for (const { text, team } of sources) {
			expect(paragraphs).toContain(text);
			expect(markdown).toContain(`- ${plain(team)}: ${plain(text)}`);
		}
	});
	test('agreement and participation', () => {
		const { column, cells } = texts(files);
		const all = files.csv.filter((row) => row.kind === 'agreement' && row.delegation === '');
		expect(all.map((row) => row.agreement)).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '']);
		expect(cells('Agreement between the teams', 1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, null]);
		expect(files.markdown).toContain('| What is known of the bank | 40\u00a0% |');
		expect(column('participation', 'people')).toEqual(Array(10).fill('1'));
		expect(cells('Who takes part', 2)).toEqual(Array(10).fill(1));
		expect(files.markdown).toContain('| Kenya | not said | 1 | 0 |');
	});
	test('what each team wrote', () => {
		const { column, cells, markdown } = texts(files);
		const choices = results.teams.flatMap((team) => team.choices);
		expect(column('choice', 'text')).toEqual(choices.map(({ reason }) => reason));
		expect(cells('Chosen tools', 7)).toEqual(choices.map(({ reason }) => reason));
		const own = results.teams.flatMap((team) => team.recommendations);
		expect(column('recommendation', 'text')).toEqual(own.map(({ text }) => text));
		expect(cells('Recommendations', 3)).toEqual(own.map(({ text }) => text));
		for (const { reason, safeguards } of choices) {
			expect(files.docx.text).toContain(reason);
			expect(files.docx.text).toContain(safeguards);
			expect(markdown).toContain(plain(reason));
		}
		for (const text of ['Port 3', 'By radio 3', 'Answer 3', 'The central authority'])
			for (const [format, all] of Object.entries(said(files)))
				if (format !== 'csv' && format !== 'json') expect(all, format).toContain(text);
	});
});

describe('the published schema', () => {
	const schema = JSON.parse(readFileSync('docs/results.schema.json', 'utf8')) as object;
	const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
		schema
	);
	test.each([
		['whole', { without: new Set<Part>(), names: true }],
		['without names', { without: new Set<Part>(), names: false }],
		['without every part', { without: new Set(PARTS), names: true }]
	])('holds for results %s', (_, options) => {
		validate(JSON.parse(resultsJson(only(results, options))));
		expect(validate.errors).toBeNull();
	});
});

describe('without names', () => {
	const names = (of: Files) =>
		Object.entries(said(of)).filter(([, text]) => /Personne|Xirsan/.test(text));

	test('no format has the name of a person, and each says that they are left out', async () => {
		expect(names(files)).toHaveLength(5);
		const anonymous = await readFiles(only(results, { without: new Set(), names: false }));
		expect(names(anonymous).map(([format]) => format)).toEqual([]);
		expect(personName(3, 0)).toMatch(/Personne-3-0 Xirsan/);
		for (const [format, text] of Object.entries(said(anonymous))) {
			expect(text, format).toContain('Kenya');
			if (format !== 'csv') expect(text, format).toMatch(/Names of persons|"leftOut":\["names"\]/);
		}
	}, 30_000);
});

describe('without parts', () => {
	let whole: Record<string, string>;
	beforeAll(async () => (whole = said(await readFiles(few))));

	test.each([
		['roadmap', 'Indicator 0'],
		['joint', 'Objection 3'],
		['agreement', 'Agreement between the teams'],
		['participation', 'Who takes part'],
		['teams', 'Reason 3-3-1'],
		['people', 'prosecutor']
	] as const)(
		'%s is in no format',
		async (part, sign) => {
			const of = said(await readFiles(only(few, { without: new Set([part]), names: true })));
			for (const format of ['markdown', 'docx', 'xlsx'] as const)
				expect(whole[format], format).toContain(sign);
			for (const format of ['markdown', 'docx', 'xlsx'] as const) {
				const text = (of[format] ?? '').replace(/^.*(?:Left out of this file).*$/gm, '');
				expect(text, format).not.toContain(sign);
			}
			expect(of.json).toContain(`"leftOut":["${part}"]`);
		},
		30_000
	);
});

describe('languages', () => {
	const untouched = (of: Results) =>
		of.joint.flatMap(({ sources }) => sources.map((one) => one.text));

	test.each(['sw', 'so'] as const)(
		'in %s the words are those of the language, and people’s own stay',
		async (language) => {
			const of = await readFiles(few, language);
			const words = reportWords(language, 180);
			const { docx, markdown, xlsx } = of;
			for (const text of [docx.text, markdown]) {
				expect(text).toContain(words.parts.roadmap);
				expect(text).toContain(words.labels.indicator);
				expect(text).not.toMatch(/Joint roadmap|We will know by|Chosen tools|Page \d/);
			}
			expect(xlsx.map(({ sheet }) => sheet)).toContain(words.heads.tools);
			expect(docx.parts.get('word/styles.xml')).toContain(
				`<w:lang w:val="${language === 'sw' ? 'sw-KE' : 'so-SO'}"`
			);
			const paragraphs = new Set(docx.paragraphs);
			for (const text of untouched(few)) expect(paragraphs).toContain(text);
			expect(of.json).toEqual(few);
		},
		30_000
	);
	test('no sentence of a document is English in another language', () => {
		const flat = (value: unknown): string[] =>
			typeof value === 'string' ? [value] : Object.values(value as object).flatMap(flat);
		const english = flat({ ...reportWords('en', 0), language: '' });
		for (const language of ['sw', 'so'] as const) {
			const own = flat({ ...reportWords(language, 0), language: '' });
			const same = own.filter((text, at) => text !== '' && text === english[at]);
			expect(same).toEqual(['{name} {share}']);
		}
	});
});
