import { describe, expect, test } from 'vitest';
import { readOptions } from './options';

const sentence = (...args: string[]) => {
	const read = readOptions(args);
	return read.ok === false ? read.sentence : undefined;
};

describe('readOptions', () => {
	test('without a word two-shores is rehearsed by thirty invented people for two minutes', () =>
		expect(readOptions([])).toEqual({
			ok: true,
			options: { scenario: 'two-shores', people: 30, seed: 1, minutes: 2, faults: [] }
		}));
	test('takes every option of the documents', () => {
		const typed =
			'--scenario harbour-permits --roster l.csv --teams 5 --seed 7 --minutes 0.5 --out o';
		expect(readOptions(typed.split(' '))).toMatchObject({
			options: {
				scenario: 'harbour-permits',
				roster: 'l.csv',
				teams: 5,
				seed: 7,
				minutes: 0.5,
				out: 'o'
			}
		});
		expect(readOptions(['--teams=5'])).toMatchObject({ options: { teams: 5 } });
	});
	test('faults are a list of what may go wrong', () => {
		expect(readOptions(['--faults', 'kill,flaky'])).toMatchObject({
			options: { faults: ['flaky', 'kill'] }
		});
		expect(sentence('--faults', 'flood')).toMatch(/flood.*flaky, kill/);
		const elsewhere = '--url http://a --code KTR7WM --roster l.csv --faults kill';
		expect(sentence(...elsewhere.split(' '))).toMatch(/without --url/);
	});
	test('a running workshop is joined by address and code', () => {
		const typed = '--url http://192.168.1.20:3000/ --code KTR7WM --roster l.csv';
		expect(readOptions(typed.split(' '))).toMatchObject({
			options: { running: { url: 'http://192.168.1.20:3000', code: 'KTR7WM' } }
		});
	});
	test('a wrong option is named, with where to read more', () => {
		expect(sentence('--team', '5')).toMatch(/--team.*--help/s);
		expect(sentence('five')).toMatch(/five.*--help/s);
		expect(sentence('--roster')).toMatch(/--roster.*--help/s);
		expect(sentence('--roster=')).toMatch(/--roster.*--help/s);
	});
	test('a number that makes no sense is named, with those that do', () => {
		for (const typed of ['0', '2.5', 'five', '-1', ''])
			expect(sentence(`--teams=${typed}`), typed).toMatch(/--teams/);
		expect(sentence('--teams', '0')).toMatch(/from 1 to/);
		expect(sentence('--minutes=-1')).toMatch(/from 0 to/);
		expect(sentence('--people', '1')).toMatch(/from 2 to/);
	});
	test('options that need each other or exclude each other are said so', () => {
		expect(sentence('--url', 'http://a')).toMatch(/--code/);
		expect(sentence('--url', 'http://a', '--code', 'KTR7WM')).toMatch(/--roster/);
		expect(sentence('--url', 'a', '--code', 'KTR7WM', '--roster', 'l.csv')).toMatch(/http:/);
		expect(sentence('--people', '8', '--roster', 'l.csv')).toMatch(/one of the two/);
	});
	test('asks for help', () => expect(readOptions(['--help'])).toEqual({ ok: 'help' }));
});
