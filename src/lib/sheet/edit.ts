import type * as Y from 'yjs';
import type { Use } from '../scenario/scenario';
import { answerEntry, choiceEntry, contactEntry, keyOf, recommendationEntry } from './entries';
import { SET, type Horizon, type Layout, type Urgency } from './layout';
import { MAX_LIST, MAX_VALUE } from './limits';
import { placeAt, type Ranked } from './order';
import { rankOf, readSheet, valueOf } from './read';

/** Values of the root map: plain JSON, so that the guard can look at them. */
export type Value = string | string[] | null;

/** A tool chosen for a need, with what the case or the card already says about it. */
export interface NewChoice {
	need: string;
	tool: string;
	/** ISO code of the country that executes, or `-`. */
	country: string;
	use?: Use;
	urgency?: Urgency;
	asks?: string;
	executes?: string;
}

/** `id` from `newId`. */
export interface NewRecommendation {
	id: string;
	horizon: Horizon;
	countries?: string[];
	answers?: string;
}

/** `id` from `newId`. */
export interface NewContact {
	id: string;
	need: string;
	role: string;
	institution: string;
}

/**
 * Adds a tool, last in its need. One that was removed comes back with its texts; one that is
 * there stays as it is.
 * @param origin given to the document's listeners, as in every function here
 * @returns the entry's id
 */
export function addChoice(doc: Y.Doc, layout: Layout, choice: NewChoice, origin?: unknown): string {
	const { need, tool, country, ...presets } = choice;
	const entry = choiceEntry(need, tool, country);
	doc.transact(() => {
		const there = readSheet(doc, layout).choices.find((c) => c.entry === entry);
		if (there && there.gone === null) return;
		setValue(doc, entry, 'gone', null);
		for (const [field, value] of Object.entries(presets))
			if (value && valueOf(doc, entry, field) === null) setValue(doc, entry, field, value);
		setRanks(doc, placeAt(choicesOf(doc, layout, need), entry, Infinity));
	}, origin);
	return entry;
}

/**
 * Sets one field, cut to the size a value may have. Nothing is written where it has that value
 * already.
 * @param field one that holds a value
 * @param value null takes it back
 */
export function setValue(
	doc: Y.Doc,
	entry: string,
	field: string,
	value: Value,
	origin?: unknown
): void {
	const short = clip(value);
	if (JSON.stringify(valueOf(doc, entry, field)) === JSON.stringify(short)) return;
	doc.transact(() => doc.getMap(SET).set(keyOf(entry, field), short), origin);
}

/** Over-long values would be refused by the server, and with them everything typed after. */
function clip(value: Value): Value {
	if (Array.isArray(value)) return value.slice(0, MAX_LIST).map(clipString);
	return value === null ? null : clipString(value);
}

function clipString(value: string): string {
	return value.slice(0, MAX_VALUE).replace(/[\ud800-\udbff]$/, '');
}

/**
 * Answers a question by its options.
 * @param value an option's id, a list of them where several may be chosen, or null
 */
export function setAnswer(doc: Y.Doc, question: string, value: Value, origin?: unknown): void {
	setValue(doc, answerEntry(question), 'value', value, origin);
}

/**
 * Marks an entry as removed. Nothing is deleted: a team-mate may be typing in it.
 * @param person id of who removes it
 */
export function remove(doc: Y.Doc, entry: string, person: string, origin?: unknown): void {
	setValue(doc, entry, 'gone', person, origin);
}

/** Takes a removal back; the entry has its place and texts as before. */
export function bringBack(doc: Y.Doc, entry: string, origin?: unknown): void {
	setValue(doc, entry, 'gone', null, origin);
}

/**
 * Moves a tool within its need.
 * @param position from 1
 */
export function moveChoice(
	doc: Y.Doc,
	layout: Layout,
	entry: string,
	position: number,
	origin?: unknown
): void {
	const choice = readSheet(doc, layout).choices.find((c) => c.entry === entry);
	if (!choice || choice.gone !== null || choice.rank === position) return;
	const others = choicesOf(doc, layout, choice.need).filter((other) => other.entry !== entry);
	doc.transact(() => setRanks(doc, placeAt(others, entry, position - 1)), origin);
}

/**
 * Adds a recommendation without words, last in its horizon.
 * @returns the entry's id
 */
export function addRecommendation(
	doc: Y.Doc,
	layout: Layout,
	recommendation: NewRecommendation,
	origin?: unknown
): string {
	const { id, horizon, countries, answers } = recommendation;
	const entry = recommendationEntry(id);
	doc.transact(() => {
		const others = recommendationsOf(doc, layout, horizon);
		setValue(doc, entry, 'horizon', horizon);
		if (countries) setValue(doc, entry, 'countries', countries);
		if (answers) setValue(doc, entry, 'answers', answers);
		setRanks(doc, placeAt(others, entry, Infinity));
	}, origin);
	return entry;
}

/**
 * Moves a recommendation to a place, in its horizon or another.
 * @param position from 1
 */
export function moveRecommendation(
	doc: Y.Doc,
	layout: Layout,
	entry: string,
	horizon: Horizon,
	position: number,
	origin?: unknown
): void {
	const item = readSheet(doc, layout).recommendations.find((r) => r.entry === entry);
	if (!item || item.gone !== null) return;
	if (item.horizon === horizon && item.rank === position) return;
	const others = recommendationsOf(doc, layout, horizon).filter((other) => other.entry !== entry);
	doc.transact(() => {
		setValue(doc, entry, 'horizon', horizon);
		setRanks(doc, placeAt(others, entry, position - 1));
	}, origin);
}

/**
 * "We can reach someone there."
 * @returns the entry's id
 */
export function addContact(doc: Y.Doc, contact: NewContact, origin?: unknown): string {
	const { id, need, role, institution } = contact;
	const entry = contactEntry(id);
	doc.transact(() => {
		setValue(doc, entry, 'need', need);
		setValue(doc, entry, 'role', role);
		setValue(doc, entry, 'institution', institution);
	}, origin);
	return entry;
}

function choicesOf(doc: Y.Doc, layout: Layout, need: string): Ranked[] {
	return readSheet(doc, layout)
		.choices.filter((choice) => choice.need === need && choice.gone === null)
		.map(({ entry }) => ({ entry, rank: rankOf(doc, entry) }));
}

function recommendationsOf(doc: Y.Doc, layout: Layout, horizon: Horizon): Ranked[] {
	return readSheet(doc, layout)
		.recommendations.filter((item) => item.horizon === horizon && item.gone === null)
		.map(({ entry }) => ({ entry, rank: rankOf(doc, entry) }));
}

function setRanks(doc: Y.Doc, ranks: Map<string, string>): void {
	for (const [entry, rank] of ranks) setValue(doc, entry, 'rank', rank);
}
