import type * as Y from 'yjs';
import { readFrame, type Range, type Struct } from './frame';
import type { Layout } from './layout';
import { MAX_CLOCKS } from './limits';
import { isDeleted, knownClock } from './store';
import { walk } from './walk';

/** Why an update is not taken, as far as its bytes and the document show it. */
export type UpdateRefusal =
	| 'malformed' // does not decode, or is nothing Yjs would write
	| 'too-large' // over 64 KiB, a catch-up over 2 MiB
	| 'unknown-field' // a root, key or value this exercise does not have
	| 'not-your-client' // text under a client id of another device
	| 'too-far'; // more clocks at once than anybody types

/** What an update is held against. */
export interface Terms {
	layout: Layout;
	/** The document as the server has it; it is only looked at. */
	doc: Y.Doc;
	/** Yjs client ids bound to the sending device. */
	mine: Pick<ReadonlySet<number>, 'has'>;
	/** A catch-up may bring what others wrote (it heals a server that lost its disk). */
	bring: boolean;
	/** Bytes. */
	maxBytes: number;
}

/**
 * *known*: it brings nothing the document lacks. *clients*: those it brings new text of.
 * *structs*: what it carries, for `standsBetween` once it is applied.
 * *gap*: something before it is missing; the client joins again.
 */
export type Verdict =
	| { ok: true; known: boolean; clients: number[]; structs: Map<number, Struct[]> }
	| { ok: false; why: UpdateRefusal | 'gap' };

/**
 * The guard before `Y.applyUpdate`. What was applied cannot be taken back, and Yjs believes
 * whatever it is told: 16 bytes that claim a team-mate's client up to clock 2^40 silence that
 * person for good. An update that passes leaves nothing pending; `standsBetween` then says whether
 * every document puts it in the same place.
 * @param update V1 bytes from outside
 */
export function checkUpdate(update: Uint8Array, terms: Terms): Verdict {
	if (update.length > terms.maxBytes) return { ok: false, why: 'too-large' };
	const frame = readFrame(update);
	if (!frame) return { ok: false, why: 'malformed' };
	const clients: number[] = [];
	const ends = new Map<number, number>();
	let gap = false;
	for (const [client, structs] of frame.structs) {
		const known = knownClock(terms.doc, client);
		const last = structs[structs.length - 1];
		const end = last ? last.id.clock + last.length : 0;
		ends.set(client, Math.max(known, end));
		if (end <= known) continue;
		if (!terms.bring && !terms.mine.has(client)) return { ok: false, why: 'not-your-client' };
		if (end - known > MAX_CLOCKS) return { ok: false, why: 'too-far' };
		gap ||= (structs[0]?.id.clock ?? 0) > known;
		clients.push(client);
	}
	const reaches = ({ client, clock, length }: Range) =>
		clock + length <= (ends.get(client) ?? knownClock(terms.doc, client));
	if (gap || !frame.deletes.every(reaches)) return { ok: false, why: 'gap' };
	const why = walk(frame.structs, terms.doc, terms.layout);
	if (why) return { ok: false, why };
	const known = clients.length === 0 && frame.deletes.every((range) => isDeleted(terms.doc, range));
	return { ok: true, known, clients, structs: frame.structs };
}
