import { readHeader, type Header } from './header';
import { readRows, type Row } from './lines';

/** Title rows that may stand before the header. */
const TITLES = 20;

/** A roster as a table: its header and what stands under it. */
export interface Table {
	header: Header;
	/** The line of the header, from 1. */
	line: number;
	separator: string;
	rows: Row[];
}

/**
 * Finds the separator and the header row: those by which most columns are recognised.
 * @param text of the file
 * @param most how many rows under the header are read
 * @returns the table; where no column is recognised its header is the first row, with no `places`;
 * undefined where there is no row at all
 */
export function readTable(text: string, most: number): Table | undefined {
	const heads = [',', ';', '\t'].flatMap((separator) =>
		readRows(text, separator, TITLES).map(({ line, cells }, at) => {
			const header = readHeader(cells);
			return { separator, line, at, header, score: recognised(header) };
		})
	);
	const [head] = heads.sort((a, b) => b.score - a.score || a.at - b.at);
	if (!head) return undefined;
	const { header, line, separator, at } = head;
	const rows = readRows(text, separator, at + 1 + most).slice(at + 1);
	return { header, line, separator, rows };
}

/** How well a header is understood: a name and a delegation tell more than the rest together. */
function recognised({ places }: Header): number {
	return places.size + (places.has('name') ? 8 : 0) + (places.has('delegation') ? 8 : 0);
}
