import { FIELDS, type EntryKind, type Layout } from './layout';

/** What an entry's id says. */
export type Entry =
	| { kind: 'choice'; need: string; tool: string; country: string }
	| { kind: 'answer'; question: string }
	| { kind: 'rec' | 'contact'; id: string }
	| { kind: 'notes' };

/** A key of the root map, or the name of a root text: one field of one entry. */
export interface Key {
	entry: string;
	of: Entry;
	field: string;
	holds: 'text' | 'value';
}

/** A channel without a country. */
export const NO_COUNTRY = '-';

const COUNTRY = /^(?:[A-Z]{2}|-)$/;
const RANDOM = /^[A-Za-z0-9_-]{10,24}$/;

/** @param country ISO code, or `-` for a channel without one */
export function choiceEntry(need: string, tool: string, country: string): string {
	return `choice/${need}/${tool}/${country}`;
}

/** @param question its id */
export function answerEntry(question: string): string {
	return `answer/${question}`;
}

/** @param id from {@link newId} */
export function recommendationEntry(id: string): string {
	return `rec/${id}`;
}

/** @param id from {@link newId} */
export function contactEntry(id: string): string {
	return `contact/${id}`;
}

/** The one entry for a team's notes. */
export const NOTES = 'notes';

/** The name of a field in the document: `entry|field`. */
export function keyOf(entry: string, field: string): string {
	return `${entry}|${field}`;
}

/**
 * A random id that two browsers will not both make.
 * @param random gives that many random bytes
 * @returns 16 characters of `A-Z a-z 0-9 _ -`
 */
export function newId(random: (bytes: number) => Uint8Array): string {
	const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
	return Array.from(random(16), (byte) => digits[byte & 63]).join('');
}

/**
 * Reads an entry's id.
 * @returns undefined where this exercise has no such entry
 */
export function parseEntry(entry: string, layout: Layout): Entry | undefined {
	const words = entry.split('/');
	const [kind, a = '', b = '', c = ''] = words;
	const parts = words.length;
	if (kind === 'choice' && parts === 4) {
		if (!layout.needs.includes(a) || !layout.tools.includes(b) || !COUNTRY.test(c))
			return undefined;
		return { kind, need: a, tool: b, country: c };
	}
	if (kind === 'answer' && parts === 2)
		return layout.questions.some((q) => q.id === a) ? { kind, question: a } : undefined;
	if (kind === 'rec' && parts === 2)
		return layout.recommendations && RANDOM.test(a) ? { kind, id: a } : undefined;
	if (kind === 'contact' && parts === 2)
		return layout.needs.length > 0 && RANDOM.test(a) ? { kind, id: a } : undefined;
	return entry === NOTES ? { kind: 'notes' } : undefined;
}

/**
 * Reads `entry|field`.
 * @returns undefined where this exercise has no such field
 */
export function parseKey(key: string, layout: Layout): Key | undefined {
	const bar = key.indexOf('|');
	if (bar < 0) return undefined;
	const entry = key.slice(0, bar);
	const field = key.slice(bar + 1);
	const of = parseEntry(entry, layout);
	if (!of) return undefined;
	const holds = fieldsOf(of.kind)[field];
	return holds && Object.hasOwn(FIELDS[of.kind], field) ? { entry, of, field, holds } : undefined;
}

function fieldsOf(kind: EntryKind): Record<string, 'text' | 'value' | undefined> {
	return FIELDS[kind];
}
