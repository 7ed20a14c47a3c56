import { eq, sql } from 'drizzle-orm';
import { rowHash } from './chain';
import { db, once } from './index';
import { lastChange, lastHash, logRows } from './log';
import { sheet, sheetClient, snapshot } from './schema/sheets';
import { step, type Actor, type Outcome } from './step';

/** One update to append to a sheet's log. */
export interface LogRow {
	sheet: string;
	/** Who brought it; null where the server itself wrote it. */
	device: string | null;
	/** Who had the server write it, as an actor of an event. */
	by?: string;
	at: number;
	bytes: Uint8Array;
	/** Yjs client ids this device writes under for the first time. */
	clients: number[];
}

/** A document as of a row of the log. */
export interface Snapshot {
	sheet: string;
	bytes: Uint8Array;
}

/** The last row of a sheet's log: its number, 0 where there is none, and its hash. */
export interface Tail {
	seq: number;
	hash: Buffer | null;
}

/**
 * The hottest statements there are: as SQL they cost half of what the query builder adds. SQLite's
 * driver nests such a transaction in one that is open.
 */
const append = once(() => ({
	all: db.$client.transaction(appendAll),
	seq: db.$client.prepare('update sheet set seq = seq + 1 where id = ? and seq = ?'),
	row: db.$client.prepare(
		'insert into "update" (sheet, seq, device, by, at, bytes, hash) values (?, ?, ?, ?, ?, ?, ?)'
	)
}));

/**
 * Appends what arrived together, in one transaction: committed, all of it is on the disk.
 * @param tails of the sheets as the caller knows them, those it lacks are read; committed, it holds
 * the new ones
 * @throws where the log goes on from another row than a tail says: nothing is written
 */
export function appendUpdates(
	rows: LogRow[],
	snapshots: Snapshot[],
	tails = new Map<string, Tail>()
): void {
	append().all(rows, snapshots, tails);
}

function appendAll(rows: LogRow[], snapshots: Snapshot[], tails: Map<string, Tail>): void {
	for (const { sheet: id, device, by = null, at, bytes, clients } of rows) {
		const last = tails.get(id) ?? tailOf(id);
		const seq = last.seq + 1;
		const hash = rowHash(last.hash, { sheet: id, seq, device, by, at, bytes });
		append().row.run(id, seq, device, by, at, bytes, hash);
		if (append().seq.run(id, last.seq).changes !== 1)
			throw new Error(`the log of sheet ${id} goes on from another row`);
		tails.set(id, { seq, hash });
		for (const client of clients)
			if (device !== null)
				db.insert(sheetClient).values({ sheet: id, client, device }).onConflictDoNothing().run();
	}
	for (const { sheet: id, bytes } of snapshots) {
		const { seq } = tails.get(id) ?? tailOf(id);
		const value = { seq, bytes: Buffer.from(bytes) };
		db.insert(snapshot)
			.values({ sheet: id, ...value })
			.onConflictDoUpdate({ target: snapshot.sheet, set: value })
			.run();
	}
}

/**
 * An earlier view of a sheet was written as new edits: their row of the log and the step that
 * says so.
 * @param seq number of the row whose view it is
 */
export function appendRestored(
	workshop: string,
	by: Actor,
	row: Omit<LogRow, 'device' | 'by' | 'clients'>,
	seq: number
): Outcome<null> {
	return step<null>(workshop, by, 'sheet-restored', row.at, () => {
		appendUpdates([{ ...row, device: null, by, clients: [] }], []);
		return { value: null, data: { sheet: row.sheet, seq } };
	});
}

const kept = once(() => {
	const id = sql.placeholder('id');
	return {
		row: db.select().from(sheet).where(eq(sheet.id, id)).prepare(),
		snapshot: db.select().from(snapshot).where(eq(snapshot.sheet, id)).prepare(),
		clients: db.select().from(sheetClient).where(eq(sheetClient.sheet, id)).prepare()
	};
});

/** A sheet's row, its newest snapshot, the log after it, and who writes under which client id. */
export function sheetRows(id: string) {
	const row = kept().row.get({ id });
	if (!row) return undefined;
	const base = kept().snapshot.get({ id });
	const log = logRows(id, base?.seq ?? 0);
	const clients = kept().clients.all({ id });
	return { row, snapshot: base?.bytes, log, clients, tail: tailOf(id), lastChange: lastChange(id) };
}

/** The last row of a sheet's log, as it is kept. */
export function tailOf(id: string): Tail {
	const seq = lastRow(id);
	return { seq, hash: lastHash(id, seq) };
}

/** Number of the last row of a sheet's log; 0 where there is none. */
export function lastRow(id: string): number {
	return db.select({ seq: sheet.seq }).from(sheet).where(eq(sheet.id, id)).get()?.seq ?? 0;
}

/** The sheets of a workshop, the oldest first. */
export async function sheetList(workshop: string) {
	return db
		.select({ id: sheet.id, team: sheet.team, exercise: sheet.exercise, closedAt: sheet.closedAt })
		.from(sheet)
		.where(eq(sheet.workshop, workshop))
		.all();
}
