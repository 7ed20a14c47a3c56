import {
	BorderStyle,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	WidthType,
	type Paragraph
} from 'docx';
import { GREY, INK, LINE, MARK } from './styles';
import { said, written, type Look, type Setting } from './text';

/** What is between the margins of an A4 page, in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;
export const WIDE = PAGE.width - 2 * PAGE.margin;

/** In how many steps a bar is drawn. */
const STEPS = 20;

/** A column: what stands over it, and how wide it is beside the others. */
export interface Column {
	head: string;
	share: number;
	/** For numbers: they stand at its end, and so does the head. */
	end?: boolean;
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: LINE };
/** Keeps the bars of a table apart. */
const GAP = { style: BorderStyle.SINGLE, size: 36, color: 'FFFFFF' };
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
 * A table of lines, not boxes: its head comes again on each page, and no row is cut by the end of
 * one.
 * @param more `bar`: the last column is one, and those cells span steps of it; `keepLast`: the last
 * row stays on the page of what comes after
 */
export function table(
	columns: Column[],
	rows: TableCell[][],
	setting: Setting,
	{ bar = false, keepLast = false } = {}
): Table {
	const all = columns.reduce((sum, { share }) => sum + share, 0);
	const widths = columns.map(({ share }) => Math.floor((WIDE * share) / all));
	const head = columns.map(
		({ head, end }, at) =>
			new TableCell({
				children: [said(head, setting, { style: end ? 'NumberHead' : 'Head' })],
				borders: { bottom: STRONG_RULE },
				...(bar && at === columns.length - 1 && { columnSpan: STEPS })
			})
	);
	const steps = Array.from({ length: STEPS }, () => Math.floor((widths.at(-1) ?? 0) / STEPS));
	return new Table({
		rows: [
			new TableRow({ children: head, tableHeader: true, cantSplit: true }),
			...rows.map((children, at) => {
				const keepNext = keepLast && at === rows.length - 1;
				return new TableRow({ children, cantSplit: true, ...(keepNext && { keepNext }) });
			})
		],
		width: { size: WIDE, type: WidthType.DXA },
		columnWidths: bar ? [...widths.slice(0, -1), ...steps] : widths,
		layout: TableLayoutType.FIXED,
		...(setting.words.rtl && { visuallyRightToLeft: true }),
		margins: { top: 70, bottom: 50, left: 0, right: bar ? 90 : 140, marginUnitType: WidthType.DXA },
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

/** What of a bar is filled how; the number it stands for is in a cell beside it. */
export interface Filled {
	/** 0 to 1 */
	share: number;
	look: 'full' | 'light' | 'striped';
}

const SHADES = {
	full: { type: ShadingType.CLEAR, fill: MARK },
	light: { type: ShadingType.CLEAR, fill: 'B9B2A4' },
	striped: { type: ShadingType.THIN_DIAGONAL_STRIPE, color: GREY, fill: 'FFFFFF' }
};

/** A bar as cells: they are filled, not drawn, and print like text. */
export function barCells(filled: Filled[], setting: Setting): TableCell[] {
	let done = 0;
	let sum = 0;
	const cells = filled.flatMap(({ share, look }) => {
		sum += share;
		const steps = Math.min(STEPS, Math.round(sum * STEPS)) - done;
		done += steps;
		return steps > 0 ? [barCell(steps, setting, SHADES[look])] : [];
	});
	return done < STEPS ? [...cells, barCell(STEPS - done, setting)] : cells;
}

function barCell(steps: number, setting: Setting, shading?: (typeof SHADES)['full' | 'striped']) {
	return new TableCell({
		children: [said('', setting, { style: 'Cell' })],
		columnSpan: steps,
		borders: { top: GAP, bottom: GAP },
		...(shading && { shading })
	});
}
