import { expect, test } from 'vitest';
import { readDocx, readXlsx } from '../../../tests/fixtures/read-files';
import { bigNames, fewResults } from '../../../tests/fixtures/results';
import { reportWords } from '../components/report-words';
import { resultsCsv } from '../report/csv';
import type { Results } from '../report/results';
import { reportFile } from './report-files';

const results = fewResults();
const words = reportWords('en', 180);
const write = (format: 'csv' | 'docx' | 'xlsx', of = results) =>
	reportFile({ format, results: of, names: bigNames, words });

test('files that are asked for at once are written one after the other, each whole', async () => {
	const [docx, csv, xlsx] = await Promise.all([write('docx'), write('csv'), write('xlsx')]);
	expect(Buffer.from(csv!).toString()).toBe(resultsCsv(results));
	expect((await readDocx(docx!)).paragraphs).toContain(results.roadmap[0]!.text);
	expect((await readXlsx(xlsx!))[0]?.data).toHaveLength(results.roadmap.length + 1);
}, 30_000);

test('one that cannot be written is said to be so, and holds up none after it', async () => {
	const broken = { ...results, roadmap: undefined } as unknown as Results;
	const [bad, good] = await Promise.allSettled([write('docx', broken), write('csv')]);
	expect(bad.status).toBe('rejected');
	expect(good.status).toBe('fulfilled');
}, 30_000);
