import { and, asc, desc, eq, gt, lte } from 'drizzle-orm';
import { MOST_BYTES, packBlock, unpackBlock, type LoggedRow } from './block';
import { db, once } from './index';
import { sheet, update, updateBlock } from './schema/sheets';

/** A block is at most so many rows: a few ms of work. */
const MOST = 500;
/** Fewer are not worth a block. */
const FEWEST = 100;

/**
 * The rows of a sheet's log in order, packed ones with the others. Everything that reads the log
 * reads it here.
 * @param after number of a row: those behind it
 * @param until number of the last row wanted
 */
export function logRows(id: string, after = 0, until = Number.MAX_SAFE_INTEGER): LoggedRow[] {
	const packed = db
		.select()
		.from(updateBlock)
		.where(
			and(eq(updateBlock.sheet, id), gt(updateBlock.toSeq, after), lte(updateBlock.fromSeq, until))
		)
		.orderBy(asc(updateBlock.fromSeq))
		.all()
		.flatMap((block) => unpackBlock(block.bytes, id, block.fromSeq))
		.filter((row) => row.seq > after && row.seq <= until);
	const rows = db
		.select()
		.from(update)
		.where(and(eq(update.sheet, id), gt(update.seq, after), lte(update.seq, until)))
		.orderBy(asc(update.seq))
		.all();
	return [...packed, ...rows];
}

const hashes = once(() => ({
	row: db.$client
		.prepare<[string, number], Buffer | null>(
			'select hash from "update" where sheet = ? and seq = ?'
		)
		.pluck(),
	block: db.$client
		.prepare<[string, number], Buffer | null>(
			'select hash from update_block where sheet = ? and to_seq = ?'
		)
		.pluck()
}));

/** The hash of a row, wherever it lies; null before the first and for a row of 0.1. */
export function lastHash(id: string, seq: number): Buffer | null {
	const row = hashes().row.get(id, seq);
	return row === undefined ? (hashes().block.get(id, seq) ?? null) : row;
}

/** When the last row was written, ms since 1970; null: nothing was written yet. */
export function lastChange(id: string): number | null {
	const row = db
		.select({ at: update.at })
		.from(update)
		.where(eq(update.sheet, id))
		.orderBy(desc(update.seq))
		.limit(1)
		.get();
	if (row) return row.at;
	const block = db
		.select({ at: updateBlock.toAt })
		.from(updateBlock)
		.where(eq(updateBlock.sheet, id))
		.orderBy(desc(updateBlock.toSeq))
		.limit(1)
		.get();
	return block?.at ?? null;
}

/** Ids of all sheets, to go through when their old rows are packed. */
export function allSheets(): string[] {
	return db
		.select({ id: sheet.id })
		.from(sheet)
		.all()
		.map(({ id }) => id);
}

/**
 * Packs the first rows of a sheet that lie one by one, if enough of them are old. The rows leave
 * and the block comes in one transaction; the compressing is done beside the server's thread.
 * @param before ms since 1970: rows from then on stay as they are
 * @returns whether there may be more to pack
 */
export async function packOldest(id: string, before: number): Promise<boolean> {
	const first = db
		.select()
		.from(update)
		.where(eq(update.sheet, id))
		.orderBy(asc(update.seq))
		.limit(MOST)
		.all();
	let size = 0;
	const end = first.findIndex((row) => row.at >= before || (size += row.bytes.length) > MOST_BYTES);
	const rows = end < 0 ? first : first.slice(0, end);
	const [from, to] = [rows[0], rows.at(-1)];
	const full = rows.length === MOST || size > MOST_BYTES;
	if ((rows.length < FEWEST && !full) || !from || !to) return false;
	const bytes = await packBlock(rows, lastHash(id, from.seq - 1));
	if (!bytes) return false;
	db.transaction((tx) => {
		tx.insert(updateBlock)
			.values({
				sheet: id,
				fromSeq: from.seq,
				toSeq: to.seq,
				fromAt: from.at,
				toAt: to.at,
				bytes,
				hash: to.hash
			})
			.run();
		const gone = tx
			.delete(update)
			.where(and(eq(update.sheet, id), lte(update.seq, to.seq)))
			.run();
		if (gone.changes !== rows.length) throw new Error(`the log of sheet ${id} changed meanwhile`);
	});
	return full;
}
