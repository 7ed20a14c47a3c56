import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { namesFrom, type NameTables } from './names';
import type { Results } from './results';
import type { Words } from './words';
import { plenarySheets } from './xlsx-plenary';
import { fitting, type Value } from './xlsx-sheet';
import { teamSheets } from './xlsx-teams';

/**
 * The results as a spreadsheet: a sheet for each kind. Every text is a string cell, so nothing that
 * anybody wrote is ever a formula, and nothing needs a sign before it. (The writer's way for any
 * system starts threads of its own and takes twice as long.)
 */
export async function resultsXlsx(
	results: Results,
	tables: NameTables,
	words: Words
): Promise<Uint8Array<ArrayBuffer>> {
	const names = namesFrom(tables);
	const sheets = [
		...plenarySheets(results, names, words),
		...teamSheets(results, names, words)
	].filter(({ rows }) => rows.length > 0);
	const tabs = new Set<string>();
	const file = writeExcelFile(
		sheets.map(({ name, columns, rows }) => ({
			data: [
				columns.map(({ head }) => headCell(head)),
				...rows.flatMap(fitting).map((row) => row.map(cell))
			],
			sheet: tab(name, tabs),
			columns: columns.map(({ width }) => ({ width })),
			stickyRowsCount: 1,
			orientation: 'landscape' as const,
			rightToLeft: words.rtl
		})),
		{ fontFamily: 'Calibri', fontSize: 11 }
	);
	return new Uint8Array(await file.toBuffer());
}

const TOP = { alignVertical: 'top' } as const;

const headCell = (value: string): Cell => ({
	...TOP,
	value,
	type: String,
	fontWeight: 'bold',
	wrap: true,
	bottomBorderStyle: 'thin',
	bottomBorderColor: '#1F1D1A'
});

function cell(value: Value): Cell {
	if (value === null || value === '') return null;
	if (typeof value === 'number') return { ...TOP, value, type: Number };
	if (value instanceof Date) return { ...TOP, value, type: Date, format: 'yyyy-mm-dd' };
	if (typeof value === 'object') return { ...TOP, value: value.share, type: Number, format: '0%' };
	return { ...TOP, value: value.replace(/\r\n?/g, '\n'), type: String, format: '@', wrap: true };
}

/** A name for a tab: Excel takes 31 letters, without some signs, and each once. */
function tab(name: string, tabs: Set<string>): string {
	const plain =
		name
			.replace(/[[\]/\\:*?']/g, ' ')
			.slice(0, 31)
			.trim() || '-';
	let own = plain;
	for (let again = 2; tabs.has(own.toLowerCase()); again++) own = `${plain.slice(0, 28)} ${again}`;
	tabs.add(own.toLowerCase());
	return own;
}
