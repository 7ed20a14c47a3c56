import type * as Y from 'yjs';
import type { Use } from '../scenario/scenario';
import { answerEntry, keyOf, NOTES } from './entries';
import { HORIZONS, SET, type Horizon, type Layout, type Urgency } from './layout';
import { byRank } from './order';
import { rawEntries, textIn, type Raw } from './raw';
import type { Answer, Choice, Contact, Recommendation, SheetValue } from './value';

/**
 * Everything a sheet says. Whatever else lies in the document is left out; nothing throws.
 * @param doc of one exercise and owner
 * @param layout of that exercise
 */
export function readSheet(doc: Y.Doc, layout: Layout): SheetValue {
	const raws = rawEntries(doc, layout);
	const ranks = new Map(raws.map((raw) => [raw.entry, textIn(raw, 'rank') || null]));
	const needs = ({ need }: { need: string }) => layout.needs.indexOf(need);
	const horizons = ({ horizon }: { horizon: Horizon }) => HORIZONS.indexOf(horizon);
	return {
		choices: ranked(inOrder(raws.flatMap(choice), needs, ranks), needs),
		contacts: inOrder(raws.flatMap(contact), needs, ranks),
		answers: layout.questions.flatMap(({ id, options }) =>
			answer(raws.find((raw) => raw.entry === answerEntry(id)) ?? [], options)
		),
		recommendations: ranked(inOrder(raws.flatMap(recommendation), horizons, ranks), horizons),
		notes: raws.find((raw) => raw.entry === NOTES)?.texts.get('text') ?? ''
	};
}

/**
 * The live text of one field, to bind to a box.
 * @param field one that holds text
 */
export function textOf(doc: Y.Doc, entry: string, field: string): Y.Text {
	return doc.getText(keyOf(entry, field));
}

/** The value of one field as stored, or null. */
export function valueOf(doc: Y.Doc, entry: string, field: string): unknown {
	return doc.getMap(SET).get(keyOf(entry, field)) ?? null;
}

/** The stored rank of an entry, or null. */
export function rankOf(doc: Y.Doc, entry: string): string | null {
	const rank = valueOf(doc, entry, 'rank');
	return typeof rank === 'string' ? rank : null;
}

function choice(raw: Raw): Choice[] {
	if (raw.of.kind !== 'choice') return [];
	const { need, tool, country } = raw.of;
	return [
		{
			entry: raw.entry,
			need,
			tool,
			country,
			asks: textIn(raw, 'asks'),
			executes: textIn(raw, 'executes'),
			reason: textIn(raw, 'reason'),
			urgency: (raw.values.get('urgency') as Urgency | undefined) ?? null,
			safeguards: textIn(raw, 'safeguards'),
			use: (raw.values.get('use') as Use | undefined) ?? null,
			rank: 0,
			gone: textIn(raw, 'gone') || null
		}
	];
}

function contact(raw: Raw): Contact[] {
	if (raw.of.kind !== 'contact') return [];
	return [
		{
			entry: raw.entry,
			need: textIn(raw, 'need'),
			role: textIn(raw, 'role'),
			institution: textIn(raw, 'institution'),
			note: textIn(raw, 'note'),
			gone: textIn(raw, 'gone') || null
		}
	];
}

function answer(raw: Raw | [], options: string[]): Answer[] {
	if (!('of' in raw) || raw.of.kind !== 'answer') return [];
	const value = raw.values.get('value') ?? [];
	return [
		{
			entry: raw.entry,
			question: raw.of.question,
			options: options.filter((id) => (Array.isArray(value) ? value.includes(id) : value === id)),
			text: textIn(raw, 'text'),
			reason: textIn(raw, 'reason')
		}
	];
}

/** One whose horizon was lost stands with the immediate ones: its words are worth more. */
function recommendation(raw: Raw): Recommendation[] {
	if (raw.of.kind !== 'rec') return [];
	return [
		{
			entry: raw.entry,
			text: textIn(raw, 'text'),
			horizon: (raw.values.get('horizon') as Horizon | undefined) ?? 'immediate',
			owner: textIn(raw, 'owner'),
			countries: (raw.values.get('countries') as string[] | undefined) ?? [],
			answers: textIn(raw, 'answers'),
			rank: 0,
			gone: textIn(raw, 'gone') || null
		}
	];
}

type Removable = { entry: string; gone: string | null };

/** By group, then by stored rank; removed ones last. */
function inOrder<T extends Removable>(
	items: T[],
	group: (item: T) => number,
	ranks: Map<string, string | null>
): T[] {
	const place = ({ entry }: T) => ({ entry, rank: ranks.get(entry) ?? null });
	return items.sort(
		(a, b) =>
			Number(a.gone !== null) - Number(b.gone !== null) ||
			group(a) - group(b) ||
			byRank(place(a), place(b))
	);
}

/** Numbers those not removed from 1 in each group. */
function ranked<T extends Removable & { rank: number }>(items: T[], group: (item: T) => number) {
	const counts = new Map<number, number>();
	return items.map((item) => {
		if (item.gone !== null) return item;
		const rank = (counts.get(group(item)) ?? 0) + 1;
		counts.set(group(item), rank);
		return { ...item, rank };
	});
}
