import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { db, once } from './index';
import { sheet, sheetClient, snapshot, update } from './schema/sheets';

/** One update to append to a sheet's log. */
export interface LogRow {
	sheet: string;
	device: string;
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

const append = once(() => ({
	seq: db
		.update(sheet)
		.set({ seq: sql`${sheet.seq} + 1` })
		.where(eq(sheet.id, sql.placeholder('id')))
		.returning({ seq: sheet.seq })
		.prepare(),
	row: db
		.insert(update)
		.values({
			sheet: sql.placeholder('id'),
			seq: sql.placeholder('seq'),
			device: sql.placeholder('device'),
			at: sql.placeholder('at'),
			bytes: sql.placeholder('bytes')
		})
		.prepare()
}));

/**
 * Appends what arrived together, in one transaction: committed, all of it is on the disk.
 * @returns the number each row got, in the order given
 */
export function appendUpdates(rows: LogRow[], snapshots: Snapshot[]): number[] {
	return db.transaction((tx) => {
		const numbers = rows.map(({ sheet: id, device, at, bytes, clients }) => {
			const { seq } = append().seq.get({ id })!;
			append().row.run({ id, seq, device, at, bytes: Buffer.from(bytes) });
			for (const client of clients)
				tx.insert(sheetClient).values({ sheet: id, client, device }).onConflictDoNothing().run();
			return seq;
		});
		for (const { sheet: id, bytes } of snapshots) {
			const value = {
				seq: sql<number>`(select seq from sheet where id = ${id})`,
				bytes: Buffer.from(bytes)
			};
			tx.insert(snapshot)
				.values({ sheet: id, ...value })
				.onConflictDoUpdate({ target: snapshot.sheet, set: value })
				.run();
		}
		return numbers;
	});
}

/** A sheet's row, its newest snapshot, the log after it, and who writes under which client id. */
export function sheetRows(id: string) {
	const row = db.select().from(sheet).where(eq(sheet.id, id)).get();
	if (!row) return undefined;
	const base = db.select().from(snapshot).where(eq(snapshot.sheet, id)).get();
	const log = db
		.select({ seq: update.seq, at: update.at, bytes: update.bytes })
		.from(update)
		.where(and(eq(update.sheet, id), gt(update.seq, base?.seq ?? 0)))
		.orderBy(asc(update.seq))
		.all();
	const clients = db.select().from(sheetClient).where(eq(sheetClient.sheet, id)).all();
	const last = db
		.select({ at: sql<number | null>`max(${update.at})` })
		.from(update)
		.where(eq(update.sheet, id))
		.get();
	return { row, snapshot: base?.bytes, log, clients, lastChange: last?.at ?? null };
}

/** The sheets of a workshop, the oldest first. */
export async function sheetList(workshop: string) {
	return db
		.select({ id: sheet.id, team: sheet.team, exercise: sheet.exercise, closedAt: sheet.closedAt })
		.from(sheet)
		.where(eq(sheet.workshop, workshop))
		.all();
}
