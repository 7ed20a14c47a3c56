import Papa from 'papaparse';

/** The most lines one row may span through quoted line ends. */
const LONGEST_ROW = 40;

/** One row of a file of values. */
export interface Row {
	/** The line of the file on which the row begins, from 1. */
	line: number;
	cells: string[];
	/** A quotation mark in the row does not close where it should; `cells` are then no values. */
	broken: boolean;
}

/**
 * Splits a text into rows and cells. A quotation mark that does not close would swallow the rows below:
 * only its own line is broken, and reading goes on with the next. So rows are read one by one, each
 * from a few lines.
 * @param text line ends of any kind
 * @param separator `,`, `;` or a tab
 * @param most reading stops after this many rows
 * @returns rows that hold anything, with lines counted through quoted line ends
 */
export function readRows(text: string, separator: string, most: number): Row[] {
	const lines = text.split(/\r\n?|\n/);
	const rows: Row[] = [];
	for (let at = 0; at < lines.length && rows.length < most;) {
		const line = at + 1;
		const { cells, span } = readRow(lines, at, separator);
		at += span;
		if (!cells) rows.push({ line, cells: [], broken: true });
		else if (cells.some((cell) => cell.trim())) rows.push({ line, cells, broken: false });
	}
	return rows;
}

/** The row that begins on a line, and how many lines it takes; a broken one has no cells and takes one. */
function readRow(
	lines: readonly string[],
	at: number,
	separator: string
): { cells?: string[]; span: number } {
	const quoted = lines[at]?.includes('"');
	const text = lines.slice(at, quoted ? at + LONGEST_ROW : at + 1).join('\n');
	if (text === '') return { cells: [], span: 1 };
	const { data, errors, meta } = Papa.parse<string[]>(text, {
		delimiter: separator,
		newline: '\n',
		preview: 1
	});
	const cells = data[0] ?? [];
	if (errors.some(({ type }) => type === 'Quotes') || swallowed(cells, separator))
		return { span: 1 };
	const read = meta.cursor < text.length ? text.slice(0, meta.cursor - 1) : text;
	return { cells, span: read.split('\n').length };
}

/** Whether a quoted value holds whole rows: two lines with separators. */
function swallowed(cells: readonly string[], separator: string): boolean {
	return cells.some(
		(cell) => cell.split('\n').filter((part) => part.includes(separator)).length > 1
	);
}
