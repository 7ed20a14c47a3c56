import type * as Y from 'yjs';
import type { Entry } from './entries';
import { FIELDS, type Layout } from './layout';
import { rawEntries, textIn, type Raw } from './raw';
import { readSheet } from './read';

/** One field that says something else: its words, or several of a list; none where it was empty. */
export interface FieldChange {
	/**
	 * As `layout.ts` names it. For `rank` the words are positions, from 1; for `gone` the id of who
	 * removed the entry.
	 */
	field: string;
	before: string[];
	after: string[];
}

/** What becomes another in one entry. */
export interface Change {
	entry: string;
	of: Entry;
	/** The entry was not there before. */
	isNew: boolean;
	fields: FieldChange[];
}

/**
 * What a sheet says otherwise than before, entry by entry in the order of its fields. Positions
 * that only make room for others are left out.
 * @param layout of the sheet's exercise
 */
export function changes(before: Y.Doc, after: Y.Doc, layout: Layout): Change[] {
	const [old, now] = [entriesOf(before, layout), entriesOf(after, layout)];
	const places = { before: ranks(before, layout), after: ranks(after, layout) };
	const found: Change[] = [];
	for (const entry of new Set([...old.keys(), ...now.keys()])) {
		const [was, is] = [old.get(entry), now.get(entry)];
		const of = (is ?? was)?.of;
		if (!of) continue;
		const fields = Object.keys(FIELDS[of.kind]).flatMap((field): FieldChange[] => {
			const [from, to] = [words(was, field), words(is, field)];
			if (from.join('\n') === to.join('\n')) return [];
			if (field !== 'rank') return [{ field, before: from, after: to }];
			const [place, next] = [places.before.get(entry), places.after.get(entry)];
			if (!place || !next || place === next) return [];
			return [{ field, before: [String(place)], after: [String(next)] }];
		});
		if (fields.length > 0 || !was) found.push({ entry, of, isNew: !was, fields });
	}
	return found;
}

function entriesOf(doc: Y.Doc, layout: Layout): Map<string, Raw> {
	return new Map(rawEntries(doc, layout).map((raw) => [raw.entry, raw]));
}

function words(raw: Raw | undefined, field: string): string[] {
	const value = raw?.values.get(field);
	if (Array.isArray(value)) return value.map(String);
	const text = raw ? textIn(raw, field) : '';
	return text === '' ? [] : [text];
}

function ranks(doc: Y.Doc, layout: Layout): Map<string, number> {
	const { choices, recommendations } = readSheet(doc, layout);
	return new Map([...choices, ...recommendations].map(({ entry, rank }) => [entry, rank]));
}
