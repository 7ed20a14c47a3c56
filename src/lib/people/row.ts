import { clean } from './cell';
import type { Row } from './lines';
import type { Entry } from './person';
import type { Column, RosterProblem } from './roster-problem';
import { readStanding } from './standing';
import type { Table } from './table';

/** The longest name there may be, in characters. */
export const LONGEST_NAME = 120;
/** The longest of the other values. */
export const LONGEST_VALUE = 200;

/** A row that was understood; its delegation is still as the list has it. */
export interface Read {
	line: number;
	entry: Entry;
	/** Heading and value of the columns that have no meaning here. */
	extra: [string, string][];
}

/** Reads one row by itself: its delegation and repeated names are for `readRoster`. */
export function readRow(
	row: Row,
	{ header, separator }: Table
): { ok: true; read: Read } | { ok: false; problem: RosterProblem } {
	const no = (problem: RosterProblem) => ({ ok: false, problem }) as const;
	if (row.broken) return no({ kind: 'open-quote' });
	const cells = row.cells.map(clean);
	const filled = cells.findLastIndex(Boolean) + 1;
	// A comma inside a name moves everything after it into the wrong column.
	if (filled > header.width)
		return no({ kind: 'extra-cells', cells: filled, columns: header.width });

	const value = (column: Column) => cells[header.places.get(column) ?? -1] ?? '';
	const raw = row.cells[header.places.get('name') ?? -1] ?? '';
	const name = value('name');
	if (raw.trim().includes('\n') && raw.includes(separator)) return no({ kind: 'open-quote' });
	if (!name) return no({ kind: 'no-name' });
	for (const column of header.places.keys()) {
		const most = column === 'name' ? LONGEST_NAME : LONGEST_VALUE;
		if ([...value(column)].length > most) return no({ kind: 'too-long', column, most });
	}
	if (!value('delegation')) return no({ kind: 'no-delegation', name });
	const standing = readStanding(value('standing'));
	if (!standing) return no({ kind: 'unknown-standing', found: value('standing') });

	const entry: Entry = {
		name,
		delegation: value('delegation'),
		role: value('role'),
		institution: value('institution'),
		gender: value('gender'),
		languages: value('languages'),
		standing
	};
	const extra = header.others.map(([place, heading]): [string, string] => [
		clean(heading),
		cells[place] ?? ''
	]);
	return { ok: true, read: { line: row.line, entry, extra: extra.filter(([, text]) => text) } };
}
