import * as Y from 'yjs';
import { parseKey, type Entry } from './entries';
import { fits } from './fits';
import { SET, type Layout } from './layout';

/** One entry as it lies in the document: only what this exercise has and what fits. */
export interface Raw {
	entry: string;
	of: Entry;
	values: Map<string, unknown>;
	texts: Map<string, string>;
}

/**
 * The entries of a document, whatever else lies in it. Nothing throws.
 * @param doc of one exercise and owner
 * @param layout of that exercise
 */
export function rawEntries(doc: Y.Doc, layout: Layout): Raw[] {
	const raws = new Map<string, Raw>();
	const rawOf = (entry: string, of: Entry) => {
		const raw = raws.get(entry) ?? { entry, of, values: new Map(), texts: new Map() };
		raws.set(entry, raw);
		return raw;
	};
	for (const [name, type] of [...doc.share]) {
		const key = parseKey(name, layout);
		if (key?.holds !== 'text' || !isOf(type, Y.Text)) continue;
		const text = plain(doc.getText(name).toString());
		if (text !== '') rawOf(key.entry, key.of).texts.set(key.field, text);
	}
	const set = doc.share.get(SET);
	if (!set || !isOf(set, Y.Map)) return [...raws.values()];
	doc.getMap(SET).forEach((value, name) => {
		const key = parseKey(name, layout);
		if (key?.holds !== 'value' || value === null || !fits(key, value, layout)) return;
		rawOf(key.entry, key.of).values.set(key.field, value);
	});
	return [...raws.values()];
}

/** A text or a string value of an entry, or ''. */
export function textIn(raw: Raw, field: string): string {
	const value = raw.texts.get(field) ?? raw.values.get(field);
	return typeof value === 'string' ? plain(value) : '';
}

/** A root that only came over the wire has no kind yet; asking for another kind throws. */
function isOf(type: object, kind: typeof Y.Text | typeof Y.Map): boolean {
	return type.constructor === kind || type.constructor === Y.AbstractType;
}

/** Without the control characters that no document format can carry. */
function plain(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
