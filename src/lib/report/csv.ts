import Papa from 'papaparse';
import { COLUMNS, rowsOf } from './csv-rows';
import type { Results } from './results';

/**
 * The results as one table for spreadsheets: UTF-8 with a byte-order mark, so that Excel reads
 * accents. A cell that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, "CSV Injection").
 */
export function resultsCsv(results: Results): string {
	return table(COLUMNS, rowsOf(results));
}

/**
 * A table for spreadsheets: UTF-8 with a byte-order mark, cells safe. A text with a semicolon in it
 * stands in quotes too: where that parts the columns, what follows must not become a formula.
 * @param columns in order; what a row lacks is an empty cell
 */
export function table<Column extends string>(
	columns: readonly Column[],
	rows: Partial<Record<Column, string | number>>[]
): string {
	const data = rows.map((row) => columns.map((column) => safe(row[column] ?? '')));
	const quotes = (cell: unknown) => typeof cell === 'string' && /[;|\t]/.test(cell);
	return `\ufeff${Papa.unparse({ fields: [...columns], data }, { quotes })}\r\n`;
}

/** Full-width forms count too: some spreadsheets fold them. So does what stands after quotes and separators. */
const FORMULA = /^[\s'"`,;|]*[=+\-@\t\r＝＋－＠]/u;

function safe(cell: string | number): string | number {
	return typeof cell === 'string' && FORMULA.test(cell) && cell !== '-' ? `'${cell}` : cell;
}
