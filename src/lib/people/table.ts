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
	const tables = [',', ';', '\t'].flatMap((separator) => {
		const rows = readRows(text, separator, most + TITLES);
		const heads = rows.slice(0, TITLES).map((row, at) => ({ at, header: readHeader(row.cells) }));
		const [best] = heads.sort((a, b) => recognised(b.header) - recognised(a.header) || a.at - b.at);
		const head = best && rows[best.at];
		if (!best || !head) return [];
		const below = rows.slice(best.at + 1, best.at + 1 + most);
		return [{ header: best.header, line: head.line, separator, rows: below }];
	});
	return tables.sort((a, b) => recognised(b.header) - recognised(a.header))[0];
}

/** How well a header is understood: a name and a delegation tell more than the rest together. */
function recognised({ places }: Header): number {
	return places.size + (places.has('name') ? 8 : 0) + (places.has('delegation') ? 8 : 0);
}
