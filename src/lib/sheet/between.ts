import * as Y from 'yjs';
import type { Struct } from './frame';

/** Most neighbours that are looked at for one update: far more than a day's writing asks for. */
const MAX_STEPS = 2 ** 20;

/**
 * Whether each item of an update stands right of the one it names as its left neighbour and left
 * of the one it names as its right. Yjs puts an item that names them the wrong way round (or the
 * same one twice) somewhere else in every document, by the order in which things came: from then
 * on team-mates read different texts. Where an item lands shows it, and nothing before that does,
 * for its neighbours may come in the same update.
 * @param doc the document after `Y.applyUpdate`
 * @param structs of the update, as they were taken apart
 */
export function standsBetween(doc: Y.Doc, structs: Map<number, Struct[]>): boolean {
	let steps = 0;
	const reaches = (from: Struct, id: Y.ID, to: 'left' | 'right'): boolean => {
		// what hangs on something deleted long ago is deleted with it
		if (!(from instanceof Y.Item) || !(Y.getItem(doc.store, id) instanceof Y.Item)) return true;
		for (let item: Y.Item | null = from; item && ++steps <= MAX_STEPS; item = item[to])
			if (covers(item, id)) return true;
		return false;
	};
	for (const struct of [...structs.values()].flat()) {
		if (struct instanceof Y.GC) continue;
		const { id, origin, rightOrigin, lastId } = struct;
		if (origin && !reaches(Y.getItem(doc.store, id), origin, 'left')) return false;
		if (rightOrigin && !reaches(Y.getItem(doc.store, lastId), rightOrigin, 'right')) return false;
	}
	return true;
}

function covers({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
	return id.client === client && id.clock <= clock && clock < id.clock + length;
}
