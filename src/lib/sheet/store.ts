import * as Y from 'yjs';
import type { Range } from './frame';

/** The first clock of a client that a document does not have. */
export function knownClock(doc: Y.Doc, client: number): number {
	return Y.getState(doc.store, client);
}

/** Whether nothing of a stretch is left. All of it must be known. */
export function isDeleted(doc: Y.Doc, { client, clock, length }: Range): boolean {
	const structs = doc.store.clients.get(client) ?? [];
	let index = Y.findIndexSS(structs, clock);
	for (let struct = structs[index]; struct && struct.id.clock < clock + length;) {
		if (!struct.deleted) return false;
		struct = structs[++index];
	}
	return true;
}

/** Whether a document waits for something that has not come. It must not be acknowledged then. */
export function isWaiting(doc: Y.Doc): boolean {
	return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/**
 * Whether a document holds text or deletions that another lacks.
 * @param vector the other's state vector
 * @param update what the other has, with its whole delete set; applied here already
 */
export function lacks(doc: Y.Doc, vector: Uint8Array, update: Uint8Array): boolean {
	const known = Y.decodeStateVector(vector);
	for (const client of doc.store.clients.keys())
		if (Y.getState(doc.store, client) > (known.get(client) ?? 0)) return true;
	return !Y.equalDeleteSets(Y.createDeleteSetFromStructStore(doc.store), Y.decodeUpdate(update).ds);
}
