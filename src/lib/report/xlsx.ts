import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { namesFrom, type NameTables } from './names';
import type { Results } from './results';
import type { Words } from './words';
import { plenarySheets } from './xlsx-plenary';
import { fitting, heightOf, type Value } from './xlsx-sheet';
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
				columns.map(({ head, width }) => headCell(head, width)),
				...rows
					.flatMap(fitting)
					.map((row) => row.map((value, at) => cell(value, columns[at]?.width ?? 1)))
			],
			sheet: tab(name, tabs),
			columns: columns.map(({ width }) => ({ width })),
			stickyRowsCount: 1,
			orientation: 'landscape' as const,
			rightToLeft: words.rtl
		})),
		{ fontFamily: 'Calibri', fontSize: 11, features: [growing] }
	);
	return new Uint8Array(await file.toBuffer());
}

const TOP = { alignVertical: 'top' } as const;
/** Numbers and days: at an end of their cell they would touch the text in the next. */
const MIDDLE = { ...TOP, align: 'center' } as const;

/** Rows begin as high as what stands in them, and go on growing with what is written in them. */
const growing = {
	files: {
		transform: {
			'xl/worksheets/sheet{id}.xml': {
				transformElementAttributes: (
					tag: string,
					{ customHeight, ...others }: Record<string, string | number>
				) => (tag === 'row' || customHeight === undefined ? others : { ...others, customHeight })
			}
		}
	}
};

const headCell = (value: string, width: number): Cell => ({
	...TOP,
	value,
	height: heightOf(value, width),
	type: String,
	fontWeight: 'bold',
	wrap: true,
	bottomBorderStyle: 'thin',
	bottomBorderColor: '#1F1D1A'
});

function cell(value: Value, width: number): Cell {
	if (value === null || value === '') return null;
	if (typeof value === 'number') return { ...MIDDLE, value, type: Number };
	if (value instanceof Date) return { ...MIDDLE, value, type: Date, format: 'yyyy-mm-dd' };
	if (typeof value === 'object')
		return { ...MIDDLE, value: value.share, type: Number, format: '0%' };
	const text = value.replace(/\r\n?/g, '\n');
	const height = heightOf(text, width);
	return { ...TOP, value: text, type: String, format: '@', wrap: true, height };
}

/** A name for a tab: Excel takes 31 letters, without some signs, and each once. */
function tab(name: string, tabs: Set<string>): string {
	const whole = name.replace(/[[\]/\\:*?']/g, ' ').trim() || '-';
	const plain = whole.length > 31 ? `${whole.slice(0, 30).replace(/\s+\S*$/, '')}…` : whole;
	let own = plain;
	for (let again = 2; tabs.has(own.toLowerCase()); again++) own = `${plain.slice(0, 28)} ${again}`;
	tabs.add(own.toLowerCase());
	return own;
}
