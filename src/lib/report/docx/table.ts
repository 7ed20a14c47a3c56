import {
	BorderStyle,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	WidthType,
	type Paragraph
} from 'docx';
import { INK, LINE } from './styles';
import { said, written, type Look, type Setting } from './text';

/** What is between the margins of an A4 page, in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;
export const WIDE = PAGE.width - 2 * PAGE.margin;

/** A column: what stands over it, and how wide it is. */
export interface Column {
	head: string;
	/** Beside the others, of what is left of the line. */
	share?: number;
	/** In itself, in twentieths of a point. */
	twips?: number;
	/** For numbers: they stand at its end, and so does the head. */
	end?: boolean;
}

/** Between columns, and about what a letter of a head takes; twentieths of a point. */
export const SPACE = 140;
const LETTER = 115;

/** What part of the line columns of numbers may take. */
const NUMBERS = 0.4;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const STRONG_RULE = { style: BorderStyle.SINGLE, size: 12, color: INK };

/** A cell with paragraphs of its own. */
export function cell(children: Paragraph[], setting: Setting): TableCell {
	return new TableCell({
		children: children.length ? children : [said('', setting, { style: 'Cell' })]
	});
}

/** A cell with what somebody wrote. */
export const textCell = (text: string, setting: Setting, look: Look = {}): TableCell =>
	cell(written(text, setting, { style: 'Cell', ...look }), setting);

/** A cell with a number, under the end of its head. */
export const numberCell = (text: string, setting: Setting): TableCell =>
	cell([said(text, setting, { style: 'Number' })], setting);

/**
 * A column that is as wide as its head's longest word, for numbers.
 * @param among how many of them there are: together they leave the line to others, and cut a word before
 */
export function numberColumn(head: string, among = 1): Column {
	return {
		head,
		twips: Math.floor(Math.min(numbersWide([head]), (WIDE * NUMBERS) / among)),
		end: true
	};
}

/** How wide columns for numbers are to be, so that no word of their heads is cut. */
export function numbersWide(heads: readonly string[]): number {
	const letters = heads.flatMap((head) => head.split(/\s+/)).map(({ length }) => length);
	return Math.min(WIDE / 5, Math.max(650, Math.max(...letters) * LETTER + SPACE));
}

/**
 * A table of lines, not boxes: its head comes again on each page, and no row is cut by the end of
 * one.
 * @param more `keepLast`: the last row stays on the page of what comes after; `together`: so do the
 * others, for a chart that is read as one
 */
export function table(
	columns: Column[],
	rows: TableCell[][],
	setting: Setting,
	{ keepLast = false, together = false } = {}
): Table {
	const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
	const left = WIDE - columns.reduce((sum, { twips = 0 }) => sum + twips, 0);
	const head = columns.map(
		({ head, end }) =>
			new TableCell({
				children: [said(head, setting, { style: end ? 'NumberHead' : 'Head' })],
				borders: { bottom: STRONG_RULE }
			})
	);
	return new Table({
		rows: [
			new TableRow({ children: head, tableHeader: true, cantSplit: true }),
			...rows.map((children, at) => {
				const keepNext = at === rows.length - 1 ? keepLast : together;
				return new TableRow({ children, cantSplit: true, ...(keepNext && { keepNext }) });
			})
		],
		width: { size: WIDE, type: WidthType.DXA },
		columnWidths: columns.map(({ twips, share = 0 }) =>
			Math.floor(twips ?? (left * share) / shares)
		),
		layout: TableLayoutType.FIXED,
		...(setting.words.rtl && { visuallyRightToLeft: true }),
		margins: { top: 70, bottom: 50, left: 0, right: SPACE, marginUnitType: WidthType.DXA },
		borders: {
			top: NONE,
			left: NONE,
			right: NONE,
			bottom: RULE,
			insideHorizontal: RULE,
			insideVertical: NONE
		}
	});
}
