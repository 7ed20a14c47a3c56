import { hash } from 'node:crypto';

/** A row of a sheet's log, as its hash is made. */
export interface Chained {
	sheet: string;
	/** From 1, without holes. */
	seq: number;
	/** The device that brought it, or null: see `by`. */
	device: string | null;
	/** Who had the server write it, as an actor of an event. */
	by: string | null;
	/** ms since 1970 */
	at: number;
	bytes: Uint8Array;
}

/** A step of a workshop, as its hash is made. */
export interface ChainedEvent {
	workshop: string;
	version: number;
	at: number;
	by: string;
	what: string;
	/** JSON, letter by letter as it is kept. */
	data: string;
}

const NOTHING = Buffer.alloc(0);

function linked(before: Uint8Array | null, said: unknown[], bytes: Uint8Array): Buffer {
	const words = Buffer.from(JSON.stringify(said));
	return hash('sha256', Buffer.concat([before ?? NOTHING, words, bytes]), 'buffer');
}

/**
 * The hash of a row: sha256 over the hash of the row before and everything this one says. Whoever
 * removes, changes or swaps a row would have to write every later one anew.
 * @param before null for the first of a chain
 * @returns 32 bytes
 */
export function rowHash(before: Uint8Array | null, row: Chained): Buffer {
	return linked(before, [row.sheet, row.seq, row.device, row.by, row.at], row.bytes);
}

/** The same for a step of a workshop. */
export function eventHash(before: Uint8Array | null, event: ChainedEvent): Buffer {
	const { workshop, version, at, by, what, data } = event;
	return linked(before, [workshop, version, at, by, what], Buffer.from(data));
}
