import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import {
	choice,
	noPlenary,
	nothing,
	state,
	taken,
	written
} from '../../../tests/fixtures/canary-results';
import { NO_OUTCOME } from '../plenary/ballot';
import { resultsCsv } from './csv';
import { results } from './results';

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
