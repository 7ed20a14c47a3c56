import { createHash } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { LEAP } from './activity';
import { unpackBlock, type LoggedRow } from './block';
import { eventHash, rowHash } from './chain';
import { db } from './index';
import { logRows } from './log';
import { sheet, updateBlock } from './schema/sheets';
import { event, workshop } from './schema/workshops';

/** So many rows are looked at before others have their turn. */
const AT_ONCE = 2000;

/** Where a chain is broken: at a row of a sheet's log, or at a step of the workshop. */
export type Break = { sheet: string; seq: number } | { sheet: null; version: number };

export interface ChainReport {
	/** Rows of all the workshop's sheets. */
	rows: number;
	events: number;
	/** The first wrong place of each chain; empty: unbroken. */
	breaks: Break[];
	/**
	 * One hash over the ends of all chains: whoever has it on paper can show later that nothing
	 * before it was changed.
	 */
	seal: string;
}

/**
 * Goes through all that a workshop's log says and finds what was removed, changed or swapped.
 * Rows of Baraza 0.1 have no hash; a chain begins after them. Others have their turn meanwhile.
 */
export async function checkChain(id: string): Promise<ChainReport> {
	const ends = createHash('sha256');
	const breaks: Break[] = [];
	let rows = 0;
	const sheets = db.select().from(sheet).where(eq(sheet.workshop, id)).orderBy(asc(sheet.id)).all();
	for (const { id: which, seq } of sheets) {
		const found = await checkSheet(which, seq);
		if (found.wrong !== undefined) breaks.push({ sheet: which, seq: found.wrong });
		ends.update(found.end ?? '');
		rows += found.rows;
	}
	const events = checkEvents(id);
	if (events.wrong !== undefined) breaks.push({ sheet: null, version: events.wrong });
	ends.update(events.end ?? '');
	return { rows, events: events.rows, breaks, seal: ends.digest('hex') };
}

interface Checked {
	rows: number;
	/** The last hash. */
	end: Buffer | null;
	/** Number of the first row that is missing or does not fit. */
	wrong: number | undefined;
}

async function checkSheet(id: string, last: number): Promise<Checked> {
	let rows: LoggedRow[];
	try {
		rows = logRows(id);
	} catch {
		return { rows: 0, end: null, wrong: damagedBlock(id) };
	}
	const blockEnds = new Map(
		db
			.select({ seq: updateBlock.toSeq, hash: updateBlock.hash })
			.from(updateBlock)
			.where(eq(updateBlock.sheet, id))
			.all()
			.map(({ seq, hash }) => [seq, hash])
	);
	let end: Buffer | null = null;
	for (const [i, row] of rows.entries()) {
		if (i % AT_ONCE === AT_ONCE - 1) await new Promise(setImmediate);
		const kept = blockEnds.has(row.seq) ? blockEnds.get(row.seq) : row.hash;
		if (row.seq !== i + 1 || !fits(end, kept ?? null, () => rowHash(end, row)))
			return { rows: rows.length, end, wrong: Math.min(row.seq, i + 1) };
		end = kept ?? null;
	}
	return { rows: rows.length, end, wrong: rows.length >= last ? undefined : rows.length + 1 };
}

/** A row without a hash is one of 0.1, and stands before all that have one. */
function fits(before: Buffer | null, hash: Buffer | null, made: () => Buffer): boolean {
	return hash === null ? before === null : hash.equals(made());
}

function damagedBlock(id: string): number {
	const blocks = db
		.select()
		.from(updateBlock)
		.where(eq(updateBlock.sheet, id))
		.orderBy(asc(updateBlock.fromSeq))
		.all();
	const damaged = blocks.find(({ bytes, fromSeq }) => {
		try {
			unpackBlock(bytes, id, fromSeq);
			return false;
		} catch {
			return true;
		}
	});
	return damaged?.fromSeq ?? 1;
}

/** The steps of a workshop in order, their data letter by letter as it is kept. */
export function eventRows(id: string) {
	return db
		.select({
			version: event.version,
			at: event.at,
			by: event.by,
			what: event.what,
			data: sql<string>`${event.data}`,
			hash: event.hash
		})
		.from(event)
		.where(eq(event.workshop, id))
		.orderBy(asc(event.version))
		.all();
}

/** Steps after which versions go on further up: what came between was on no disk. */
const LEAPS = new Set(['restored', 'brought-from-file']);

function checkEvents(id: string): Checked {
	const rows = eventRows(id);
	let end: Buffer | null = null;
	let next = 1;
	for (const { hash, ...row } of rows) {
		if (row.version === next + LEAP && LEAPS.has(row.what)) next += LEAP;
		if (row.version !== next || !fits(end, hash, () => eventHash(end, { workshop: id, ...row })))
			return { rows: rows.length, end, wrong: Math.min(row.version, next) };
		end = hash;
		next++;
	}
	const last = db.select().from(workshop).where(eq(workshop.id, id)).get()?.version ?? 0;
	return { rows: rows.length, end, wrong: next === last + 1 ? undefined : next };
}
