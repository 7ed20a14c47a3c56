import { decode, isText } from './encoding';
import { readDelegations } from './guests';
import type { Delegation, Entry } from './person';
import { plain } from './plain';
import type { RosterProblem } from './roster-problem';
import { readRow, type Read } from './row';
import { readTable, type Table } from './table';

/** The most rows a list may have. */
export const MOST_ROWS = 2000;

/** What a list of people says: rows to take, rows to mend, delegations to add. */
export interface Roster {
	/** Good rows, in the order of the file, delegations as the workshop (or the first row) spells them. */
	entries: Read[];
	/** What to mend, by the line of the file, from 1. */
	problems: { line: number; message: RosterProblem }[];
	/** Delegations that the workshop lacks; their rows are among the entries. */
	guests: string[];
}

/**
 * Reads a list of people: values separated by commas, semicolons or tabs, columns in any order under
 * headings in five languages, title rows before them. Every row becomes an entry or a problem, blank
 * rows aside; nothing is merged.
 * @param input a file's bytes in UTF-8, UTF-16 with its mark, or Windows-1252; or pasted text
 * @param given the workshop's delegations, and the people it already has
 */
export function readRoster(
	input: Uint8Array | string,
	given: { delegations: readonly Delegation[]; present: readonly Entry[] }
): Roster {
	const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decode(input);
	if (text === undefined || !isText(text)) return refused({ kind: 'unreadable' });
	// Separators alone are nothing either.
	const table = /[^\s,;"]/.test(text) ? readTable(text, MOST_ROWS + 1) : undefined;
	if (!table) return refused({ kind: 'empty' });

	const missing = (['name', 'delegation'] as const).filter(
		(name) => !table.header.places.has(name)
	);
	if (missing.length > 0)
		return {
			entries: [],
			problems: missing.map((column) => ({
				line: table.line,
				message: { kind: 'no-column', column }
			})),
			guests: []
		};
	if (table.rows.length === 0) return refused({ kind: 'no-rows' }, table.line);
	return readPeople(table, given);
}

function refused(message: RosterProblem, line = 1): Roster {
	return { entries: [], problems: [{ line, message }], guests: [] };
}

function readPeople(
	table: Table,
	given: { delegations: readonly Delegation[]; present: readonly Entry[] }
): Roster {
	const problems: Roster['problems'] = [];
	const reads: Read[] = [];
	for (const row of table.rows.slice(0, MOST_ROWS)) {
		const result = readRow(row, table);
		if (result.ok) reads.push(result.read);
		else problems.push({ line: row.line, message: result.problem });
	}
	const beyond = table.rows[MOST_ROWS];
	if (beyond) problems.push({ line: beyond.line, message: { kind: 'too-many', most: MOST_ROWS } });

	const { known, near } = readDelegations(
		reads.map(({ entry }) => entry.delegation),
		given.delegations.map(({ name }) => name)
	);
	const present = new Set(given.present.map(identity));
	const first = new Map<string, number>();
	const entries: Read[] = [];
	for (const read of reads) {
		const { line } = read;
		const found = read.entry.delegation;
		const delegation = known.get(plain(found));
		if (delegation === undefined) {
			const message = {
				kind: 'unknown-delegation',
				found,
				near: near.get(plain(found)) ?? ''
			} as const;
			problems.push({ line, message });
			continue;
		}
		const entry = { ...read.entry, delegation };
		const { name } = entry;
		const firstLine = first.get(identity(entry));
		if (present.has(identity(entry)))
			problems.push({ line, message: { kind: 'present', name, delegation } });
		else if (firstLine !== undefined)
			problems.push({ line, message: { kind: 'twice', name, delegation, firstLine } });
		else {
			first.set(identity(entry), line);
			entries.push({ ...read, entry });
		}
	}
	const here = new Set(given.delegations.map(({ name }) => name));
	const guests = [...new Set(entries.map(({ entry }) => entry.delegation))].filter(
		(name) => !here.has(name)
	);
	return { entries, problems: problems.sort((a, b) => a.line - b.line), guests: guests.sort() };
}

/** Two people of one delegation whose names differ only in case, accents or spaces are one name. */
function identity({ name, delegation }: Entry): string {
	return JSON.stringify([plain(name).replaceAll(' ', ''), plain(delegation)]);
}
