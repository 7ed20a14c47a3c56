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
 * A table for spreadsheets: UTF-8 with a byte-order mark, cells safe.
 * @param columns in order; what a row lacks is an empty cell
 */
export function table<Column extends string>(
	columns: readonly Column[],
	rows: Partial<Record<Column, string | number>>[]
): string {
	const data = rows.map((row) => columns.map((column) => safe(row[column] ?? '')));
	return `\ufeff${Papa.unparse({ fields: [...columns], data })}\r\n`;
}

/** Full-width forms count too: some spreadsheets fold them. So does what stands after quotes and separators. */
const FORMULA = /^[\s'"`,;|]*[=+\-@\t\r＝＋－＠]/u;

/**
 * Where a spreadsheet parts columns by semicolons, as in much of Europe, it cuts a text at one, and
 * at a new line, whatever quotes are around it: the rest becomes a cell. A dash before a list's line
 * is left.
 */
const INNER = /([;\r\n][\s'"]*)(?=[=+@＝＋＠]|[-－](?!\s))/gu;

function safe(cell: string | number): string | number {
	if (typeof cell !== 'string' || cell === '' || cell === '-') return cell;
	return `${FORMULA.test(cell) ? "'" : ''}${cell.replace(INNER, "$1'")}`;
}
