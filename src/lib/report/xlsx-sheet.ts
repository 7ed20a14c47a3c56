import type { Label, Words } from './words';

/** A sheet of a spreadsheet: columns with how many letters fit in one, and rows. */
export interface TableSheet {
	name: string;
	columns: { head: string; width: number }[];
	rows: Value[][];
}

/** What stands in a cell; null: nothing. A share, 0 to 1, is shown as so many of a hundred. */
export type Value = string | number | Date | { share: number } | null;

export const column = ({ labels }: Words, label: Label, width: number) => ({
	head: labels[label],
	width
});

/** A day as a spreadsheet knows it; what is none stays text. */
export function day(date: string): Value {
	const at = new Date(`${date}T00:00:00Z`);
	return Number.isNaN(at.getTime()) ? date : at;
}

export const shareValue = (share: number | null): Value => (share === null ? null : { share });

/**
 * Most characters in a cell: Excel holds 32,767 halves of them, and calls a file with more in one
 * damaged.
 */
const MOST = /[^]{1,16000}/gu;

/** How high a line of text is, in points, and the highest that Excel makes a row. */
const LINE = 16;
const HIGHEST = 409;

/**
 * How high a cell has to be for a wrapped text, about: LibreOffice takes a row as the file has it,
 * and would write texts over each other.
 * @param width of the column, in letters
 */
export function heightOf(text: string, width: number): number {
	const lines = text
		.split('\n')
		.map((line) => Math.max(1, Math.ceil((lettersIn(line) * WASTE) / (width - 1))));
	return Math.min(HIGHEST, LINE * lines.reduce((sum, count) => sum + count, 0));
}

/** Words that do not fit leave the end of a line empty; a letter of Ge'ez is as wide as two of others. */
const WASTE = 1.1;
const lettersIn = (line: string) =>
	line.length + (line.match(/\p{Script=Ethiopic}/gu)?.length ?? 0) * 0.7;

/** A row as rows: a text that is too long for a cell goes on in the one below. */
export function fitting(row: Value[]): Value[][] {
	const cut = row.map((value) =>
		typeof value === 'string' ? (value.match(MOST) ?? [null]) : [value]
	);
	const height = Math.max(...cut.map(({ length }) => length));
	return Array.from({ length: height }, (_, at) => cut.map((pieces) => pieces[at] ?? null));
}
