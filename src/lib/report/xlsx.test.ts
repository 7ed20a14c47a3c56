import { beforeAll, expect, test } from 'vitest';
import { reportWords } from '../components/report-words';
import type { Language } from '../format';
import { readXlsx, unzipped } from '../../../tests/fixtures/read-files';
import { bigNames, fewResults, SENTENCES } from '../../../tests/fixtures/results';
import { resultsXlsx } from './xlsx';
import { heightOf } from './xlsx-sheet';

const few = fewResults();
const write = (language: Language = 'en', results = few) =>
	resultsXlsx(results, bigNames, reportWords(language, 180));

let sheet = '';
beforeAll(async () => {
	sheet = unzipped(await write()).get('xl/worksheets/sheet1.xml') ?? '';
});

test('no text is written over the next row, and a row goes on growing', () => {
	const rows = [...sheet.matchAll(/<row [^>]*>/g)].map(([row]) => row);
	expect(rows).toHaveLength(1 + few.roadmap.length);
	for (const row of rows.slice(1))
		expect(Number(/ ht="(\d+)"/.exec(row)?.[1])).toBeGreaterThanOrEqual(3 * 15);
	expect(sheet).not.toContain('customHeight');
});

test('heads stay in sight, and columns have a width each', () => {
	expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
	expect(sheet.match(/<col [^>]*customWidth="1"/g)).toHaveLength(15);
});

test('a deadline is a day, a share a number, a text a text', async () => {
	const [roadmap] = await readXlsx(await write());
	const [head = [], first = []] = roadmap?.data ?? [];
	expect(first[head.indexOf('By')]).toEqual(new Date('2027-01-15T00:00:00Z'));
	expect(first[head.indexOf('For')]).toBe(0.75);
	expect(first[head.indexOf('Recommendation')]).toContain(SENTENCES[0]);
});

test('a name that is too long for a tab ends after a word', async () => {
	const names = (await readXlsx(await write('so'))).map((one) => one.sheet);
	expect(names).toContain('Qorshe-hawleedka wadajirka ah');
	expect(names).toContain('Talooyinka wadajirka ah iyo…');
	expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(31);
});

test.each([
	['a word', 'Police', 1],
	['nothing', '', 1],
	['two lines', 'Police\nBank', 2],
	['a text as long as three columns', 'five '.repeat(18), 4],
	["Ge'ez, whose letters are wide", 'ያንዳንዱ '.repeat(8), 3]
])('%s is so high', (_, text, lines) => expect(heightOf(text, 30)).toBe(lines * 16));

test('no row is higher than Excel takes', () =>
	expect(heightOf('word '.repeat(3000), 30)).toBe(409));
