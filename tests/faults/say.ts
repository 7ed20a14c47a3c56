import type * as Y from 'yjs';
import { keyOf } from '../../src/lib/sheet/entries';
import { textOf } from '../../src/lib/sheet/read';
import type { Desk } from './desk';

/** Writes a phrase with its marker before, between or after the phrases of a text. */
export function say({ doc, mark, random }: Desk, entry: string, field: string, phrase = ''): void {
	const text = textOf(doc, entry, field);
	const before = [...text.toString().matchAll(/c\d+-\d{4,} /g)].map(({ index }) => index);
	const places = [...before, text.length];
	const place = places[Math.floor(random() * places.length)] ?? 0;
	text.insert(place, `${mark()} ${phrase} `);
}

/**
 * Takes a marker of one's own out of a text again.
 * @param own whether a marker is of this person's hand
 * @returns the field, or undefined where there was none to take out
 */
export function unsay(
	doc: Y.Doc,
	entry: string,
	field: string,
	own: (marker: string) => boolean
): string | undefined {
	const text = textOf(doc, entry, field);
	for (const { 0: found, index } of text.toString().matchAll(/c\d+-\d{4,} /g))
		if (own(found.trim())) {
			text.delete(index, found.length);
			return keyOf(entry, field);
		}
	return undefined;
}
