import { describe, expect, test } from 'vitest';
import { readRows } from './lines';

const cells = (text: string, separator = ',') =>
	readRows(text, separator, 100).map((row) => row.cells);

describe('readRows', () => {
	test('keeps separators, doubled quotation marks and line ends inside quotes', () => {
		expect(cells('"a,b","say ""yes""","two\nlines"\nc,d,e')).toEqual([
			['a,b', 'say "yes"', 'two\nlines'],
			['c', 'd', 'e']
		]);
		expect(cells('"a;b";c', ';')).toEqual([['a;b', 'c']]);
	});
	test('counts lines through quoted line ends and blank rows', () => {
		const rows = readRows('a\r\n\r\n"b\r\n\r\nb",c\r\nd\r\n,\r\ne', ',', 100);
		expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
			[1, 'a'],
			[3, 'b\n\nb'],
			[6, 'd'],
			[8, 'e']
		]);
	});
	test('a row that ends the text in quotes is a row', () => {
		expect(cells('a\n"b"')).toEqual([['a'], ['b']]);
		expect(cells('"b\n"')).toEqual([['b\n']]);
	});
	test('an open quotation mark breaks its own line only, however many there are', () => {
		const rows = readRows('"x,y\n'.repeat(100_000), ',', 2000);
		expect(rows.every(({ broken }) => broken)).toBe(true);
		expect(rows.map(({ line }) => line).slice(0, 3)).toEqual([1, 2, 3]);
	});
	test('stops at the most rows', () => {
		expect(readRows('a\n'.repeat(50), ',', 7)).toHaveLength(7);
	});
});
