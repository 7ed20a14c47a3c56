import type * as Y from 'yjs';
import { diff } from './diff';
import { remove, setValue, type Value } from './edit';
import { parseKey } from './entries';
import { FIELDS, SET, type Layout } from './layout';
import { rawEntries } from './raw';
import { textOf, valueOf } from './read';

/**
 * Writes an earlier view of a sheet as new edits. An earlier document put in its place would be
 * undone by the first browser that still has the newer one; edits stand like anybody's, and what
 * a browser wrote meanwhile without a connection comes on top of them.
 * What was added later is removed as a person removes it: its words are kept and can be brought
 * back.
 * @param doc as it is; changed, in one transaction
 * @param earlier the same sheet as it was
 * @param by who asked for it, kept as the remover of what was added later
 * @returns the edits as one update; undefined where the sheet says the same already
 */
export function restore(
	doc: Y.Doc,
	earlier: Y.Doc,
	layout: Layout,
	by: string
): Uint8Array | undefined {
	let made: Uint8Array | undefined;
	const keep = (update: Uint8Array) => (made = update);
	doc.on('update', keep);
	const there = new Set(rawEntries(earlier, layout).map(({ entry }) => entry));
	doc.transact(() => {
		for (const key of keysOf(doc, earlier)) {
			const found = parseKey(key, layout);
			if (!found) continue;
			const { entry, field, holds, of } = found;
			if (!there.has(entry) && 'gone' in FIELDS[of.kind]) {
				if (!valueOf(doc, entry, 'gone')) remove(doc, entry, by);
			} else if (holds === 'text') setText(textOf(doc, entry, field), wordsOf(earlier, key));
			else setValue(doc, entry, field, valueOf(earlier, entry, field) as Value);
		}
	});
	doc.off('update', keep);
	return made;
}

function keysOf(...docs: Y.Doc[]): Set<string> {
	return new Set(
		docs
			.flatMap((doc) => [...doc.share.keys(), ...doc.getMap(SET).keys()])
			.filter((key) => key !== SET)
	);
}

function wordsOf(doc: Y.Doc, key: string): string {
	return doc.share.has(key) ? doc.getText(key).toString() : '';
}

/** The smallest change, so that what somebody is writing beside it stays where it is. */
function setText(text: Y.Text, words: string): void {
	const { at, remove: length, insert } = diff(text.toString(), words, words.length);
	if (length > 0) text.delete(at, length);
	if (insert) text.insert(at, insert);
}
