import { PACKED, type PackColumn, type PackTable } from './db/pack-tables';
import type { Row } from './db/pack';

/** Bytes stand in a line of JSON as this. */
interface Bytes {
	base64: string;
}

/** A row as one line of JSON. */
export function lineOf(row: Row): string {
	const plain = Object.entries(row).map(([name, value]) => [
		name,
		Buffer.isBuffer(value) ? ({ base64: value.toString('base64') } satisfies Bytes) : value
	]);
	return `${JSON.stringify(Object.fromEntries(plain))}\n`;
}

/**
 * Reads the lines of a table's file. Columns that a line lacks have their default; one that the
 * table lacks, or holds what it may not, makes the whole file none.
 */
export function rowsOf(table: PackTable, bytes: Buffer): Row[] | undefined {
	const rows: Row[] = [];
	for (let from = 0; from < bytes.length;) {
		const end = bytes.indexOf(10, from);
		const to = end < 0 ? bytes.length : end;
		const row = to > from ? rowOf(table, bytes.toString('utf8', from, to)) : undefined;
		if (!row) return undefined;
		rows.push(row);
		from = to + 1;
	}
	return rows;
}

function rowOf({ columns }: PackTable, line: string): Row | undefined {
	let said: unknown;
	try {
		said = JSON.parse(line);
	} catch {
		return undefined;
	}
	if (typeof said !== 'object' || said === null || Array.isArray(said)) return undefined;
	const row: Row = {};
	for (const [name, value] of Object.entries(said)) {
		const column = columns.get(name);
		const fit = column && fitting(column, value);
		if (fit === undefined) return undefined;
		row[name] = fit;
	}
	return row;
}

function fitting({ holds, only, nullable }: PackColumn, value: unknown): Row[string] | undefined {
	if (value === null) return nullable ? null : undefined;
	if (holds === 'number') return Number.isSafeInteger(value) ? (value as number) : undefined;
	if (holds === 'bytes') {
		const { base64 } = value as Partial<Bytes>;
		return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : undefined;
	}
	if (typeof value !== 'string' || !value.isWellFormed()) return undefined;
	if (only && !only.includes(value)) return undefined;
	return holds === 'text' || isJson(value) ? value : undefined;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/**
 * Whether rows name only each other and the one workshop: a pack adds nothing to what is here.
 * @param id of the workshop
 */
export function standAlone(id: string, tables: ReadonlyMap<string, readonly Row[]>): boolean {
	if (tables.get('workshop')?.length !== 1 || tables.get('workshop')?.[0]?.id !== id) return false;
	const ids = new Map(
		[...tables].map(([name, rows]) => [name, new Set(rows.map((row) => row.id))] as const)
	);
	return PACKED.every(({ name, parents }) =>
		(tables.get(name) ?? []).every((row) =>
			Object.entries(parents).every(
				([column, parent]) =>
					row[column] === null || row[column] === undefined || ids.get(parent)?.has(row[column])
			)
		)
	);
}
