import * as Y from 'yjs';
import { MAX_CATCH_UP, MAX_SHEET, type LateState, type Taken } from '../protocol/sheet';
import { standsBetween } from '../sheet/between';
import { checkUpdate } from '../sheet/check';
import { readFrame } from '../sheet/frame';
import { bundleOf, keepBundle, settleBundle, type Bundle } from './db/late';
import { announce } from './facts';
import { log } from './log';
import { clientsOf, type OpenSheet } from './sheet-memory';

/** Whose device brings something. */
interface Bringer {
	person: string;
	device: string;
}

/** What became of the bundle that a device brought late; undefined where it brought none. */
export function lateState(sheet: OpenSheet, device: string): LateState | undefined {
	return bundleOf(sheet.id, device)?.state;
}

/**
 * Whether an update brings what the facilitator left out: its text, or anything written after it
 * in the same copy. That copy has come to its end.
 */
export function isDeclined(sheet: OpenSheet, device: string, update: Uint8Array): boolean {
	const bundle = bundleOf(sheet.id, device);
	return bundle?.state === 'declined' && brings(sheet.doc, update, bundle);
}

function brings(doc: Y.Doc, update: Uint8Array, { bytes }: Bundle): boolean {
	const [new_, old] = [readFrame(update), readFrame(bytes)];
	if (!new_ || !old) return false;
	for (const [client, structs] of new_.structs) {
		const last = structs[structs.length - 1];
		const reaches = last ? last.id.clock + last.length : 0;
		if (old.structs.has(client) && reaches > Y.getState(doc.store, client)) return true;
	}
	return old.structs.size === 0 && isSameDeletion(doc, update, bytes);
}

/** A bundle that only takes words away is known by what would be left. */
function isSameDeletion(doc: Y.Doc, update: Uint8Array, other: Uint8Array): boolean {
	const [one, two] = [copyOf(doc, update), copyOf(doc, other)];
	return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(two));
}

/** A document that may be thrown away: what the sheet says, and more. */
export function copyOf(doc: Y.Doc, ...more: Uint8Array[]): Y.Doc {
	const copy = new Y.Doc();
	for (const update of [Y.encodeStateAsUpdate(doc), ...more]) Y.applyUpdate(copy, update);
	return copy;
}

/**
 * Keeps what a device brings while its sheet is closed, apart from the sheet: one bundle a device,
 * made of all it brought. It passes the same checks as an update of an open sheet.
 * @param update checked against the sheet as it is
 */
export function keepLate(sheet: OpenSheet, from: Bringer, update: Uint8Array): Taken {
	const before = bundleOf(sheet.id, from.device);
	const copy = copyOf(sheet.doc, ...(before?.state === 'waiting' ? [before.bytes] : []));
	const mine = clientsOf(sheet, from.device);
	const { layout } = sheet;
	const terms = { layout, doc: copy, mine, bring: true, maxBytes: MAX_CATCH_UP };
	const verdict = checkUpdate(update, terms);
	if (!verdict.ok)
		return verdict.why === 'gap' ? { what: 'gap' } : { what: 'refused', why: verdict.why };
	if (verdict.known) return { what: 'late', why: 'closed' };
	Y.applyUpdate(copy, update);
	if (!standsBetween(copy, verdict.structs)) return { what: 'refused', why: 'malformed' };
	const bytes = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(sheet.doc));
	if (bytes.length > MAX_CATCH_UP) return { what: 'refused', why: 'too-large' };
	if (Y.encodeStateAsUpdate(copy).length > MAX_SHEET) return { what: 'refused', why: 'sheet-full' };
	const clients = verdict.clients.filter((client) => mine.has(client));
	const { id, workshop } = sheet;
	const bundle = { sheet: id, device: from.device, at: Date.now(), bytes };
	try {
		const kept = keepBundle(workshop, `person:${from.person}`, bundle, clients);
		clients.forEach((client) => sheet.stored.add(client));
		if (kept.ok) announce({ kind: 'workshop', workshop, version: kept.version });
		return { what: 'late', why: 'closed' };
	} catch (error) {
		log.error(error);
		return { what: 'refused', why: 'internal' }; // the browser keeps it and sends it again
	}
}

/** The sheet is open again and took what waited: the facilitator has nothing to decide any more. */
export function settleLate(sheet: OpenSheet, { person, device }: Bringer): void {
	const { id, workshop } = sheet;
	try {
		if (bundleOf(id, device)?.state !== 'waiting') return;
		const done = settleBundle(workshop, `person:${person}`, { sheet: id, device }, Date.now());
		if (done.ok) announce({ kind: 'workshop', workshop, version: done.version });
	} catch (error) {
		log.error(error); // it is shown on, and would change nothing
	}
}
