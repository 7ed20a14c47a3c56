import type * as Y from 'yjs';
import type { SheetRefusal } from '../protocol/sheet';
import { textOf, valueOf } from '../sheet/read';
import type { End } from './wire';

/** What was not taken in: shown where it stood, with Copy and Put it in again. */
export interface SetAside {
	why: SheetRefusal;
	/** `entry|field`, and what stood there. */
	fields: { key: string; content: string }[];
}

/**
 * Lifts own words out of a copy that came to its end.
 * @returns undefined where nothing stood
 */
export function setAside(doc: Y.Doc, { why, keys }: End): SetAside | undefined {
	const fields = keys.flatMap((key) => {
		const [entry = '', field = ''] = key.split('|');
		const value = doc.share.has(key) ? textOf(doc, entry, field) : valueOf(doc, entry, field);
		const content = value === null ? '' : String(value);
		return content === '' ? [] : [{ key, content }];
	});
	return fields.length > 0 ? { why, fields } : undefined;
}
