import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { rowHash, type Chained } from './chain';

/** A row of a sheet's log as it is kept. */
export interface LoggedRow extends Chained {
	/** Null in rows of Baraza 0.1. */
	hash: Buffer | null;
}

/** Updates of a block are together at most so large, bytes: more than any one. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** Unpacked, a block is never larger: a file from elsewhere may hold anything. */
const maxOutputLength = 2 * MOST_BYTES;

const deflate = promisify(deflateRaw);

/**
 * Packs rows that follow each other into one compressed block. Their hashes are not in it: they
 * follow from the hash before the block and the rows themselves.
 * @param rows of one sheet, in order, at least one
 * @param before the hash of the row before the first
 * @returns undefined where a row does not fit its chain: such rows are evidence and stay as they are
 */
export async function packBlock(
	rows: readonly LoggedRow[],
	before: Buffer | null
): Promise<Buffer | undefined> {
	const plain = rows.findIndex((row) => row.hash !== null);
	const unhashed = plain < 0 ? rows.length : plain;
	if (unhashed > 0 && before) return undefined;
	let last = before;
	for (const row of rows.slice(unhashed)) {
		const hash = rowHash(last, row);
		if (!row.hash?.equals(hash)) return undefined;
		last = hash;
	}
	const writers = [...new Set(rows.map(writerOf))];
	const out = encoding.createEncoder();
	encoding.writeVarUint8Array(out, before ?? new Uint8Array());
	encoding.writeVarUint(out, rows.length);
	encoding.writeVarUint(out, unhashed);
	encoding.writeVarString(out, JSON.stringify(writers));
	// column by column: what is alike stands together and takes less room
	for (const row of rows) encoding.writeVarUint(out, writers.indexOf(writerOf(row)));
	rows.forEach((row, i) => encoding.writeVarInt(out, row.at - (rows[i - 1]?.at ?? 0)));
	for (const row of rows) encoding.writeVarUint(out, row.bytes.length);
	for (const row of rows) encoding.writeUint8Array(out, row.bytes);
	return deflate(encoding.toUint8Array(out));
}

/**
 * The rows of a block, byte for byte as they were.
 * @param sheet,fromSeq as the block's row has them
 * @throws where the block is damaged
 */
export function unpackBlock(block: Uint8Array, sheet: string, fromSeq: number): LoggedRow[] {
	const from = decoding.createDecoder(new Uint8Array(inflateRawSync(block, { maxOutputLength })));
	const before = Buffer.from(decoding.readVarUint8Array(from));
	const length = decoding.readVarUint(from);
	const unhashed = decoding.readVarUint(from);
	const writers = JSON.parse(decoding.readVarString(from)) as string[];
	const column = <T>(read: () => T) => Array.from({ length }, read);
	const who = column(() => writers[decoding.readVarUint(from)] ?? '');
	const times = column(() => decoding.readVarInt(from));
	const sizes = column(() => decoding.readVarUint(from));
	let at = 0;
	let hash: Buffer | null = before.length ? before : null;
	return sizes.map((size, i) => {
		at += times[i] ?? 0;
		const bytes = Buffer.from(decoding.readUint8Array(from, size));
		const row = { sheet, seq: fromSeq + i, ...asWriter(who[i] ?? ''), at, bytes };
		if (i >= unhashed) hash = rowHash(hash, row);
		return { ...row, hash: i >= unhashed ? hash : null };
	});
}

/** A device and an actor are told apart by their first letter. */
function writerOf({ device, by }: Chained): string {
	return device !== null ? `d${device}` : by !== null ? `b${by}` : '';
}

function asWriter(writer: string): Pick<Chained, 'device' | 'by'> {
	const id = writer.slice(1);
	return { device: writer[0] === 'd' ? id : null, by: writer[0] === 'b' ? id : null };
}
