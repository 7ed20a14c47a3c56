import * as Y from 'yjs';
import { SET } from '../../src/lib/sheet/layout';

/** A document as plain text, each text and value by its key, whatever it holds: no rule of the program's own reading. */
export interface SheetText {
	/** By `entry|field`. */
	texts: Map<string, string>;
	/** JSON by `entry|field`. */
	values: Map<string, string>;
}

/** Reads a copy of the document, so that the document itself stays as it is. */
export function sheetText(doc: Y.Doc): SheetText {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	const texts = new Map<string, string>();
	const values = new Map<string, string>();
	for (const key of [...copy.share.keys()].sort()) {
		if (key !== SET) texts.set(key, copy.getText(key).toString());
		else
			for (const [name, value] of copy.getMap(SET).entries())
				values.set(name, JSON.stringify(value));
	}
	return { texts, values };
}

/** The same for the same content, and known clocks, of every copy. */
export function fingerprint(doc: Y.Doc): string {
	const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
	const { texts, values } = sheetText(doc);
	const sorted = (map: Map<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
	const written = sorted(texts).filter(([, text]) => text !== '');
	return JSON.stringify({ clocks, texts: written, values: sorted(values) });
}
