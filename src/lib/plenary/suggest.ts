import type { Horizon } from '../sheet/layout';
import { Concepts, type Concept } from './concepts';
import { ALIKE, Comparison, type Likeness, type Proposal } from './likeness';
import { languageOf, plainWords } from './words';

/** Why proposals may be the same, for a sentence. */
export interface Reasons {
	/** Id of the need or question that all of them answer. */
	need: string | null;
	/** The owner that all of them name, as the first one wrote it. */
	owner: string | null;
	horizon: Horizon | null;
	/** Ids of concepts that all of them name. */
	concepts: string[];
	/** Words that all of them have. */
	words: string[];
	/** They are not all in one language. */
	across: boolean;
}

/** A joint recommendation, as it is held beside what stands alone and beside other joint ones. */
export interface Joined {
	id: string;
	/** Ids of the proposals that were merged into it. */
	sources: readonly string[];
}

/** What may be the same: proposals that stand alone, or some of them and joint recommendations. */
export interface Suggestion {
	/** Ids of proposals that stand alone, each of another team. */
	ids: string[];
	/** Ids of joint recommendations into which they may belong, or which may be one; mostly none. */
	joints: string[];
	reasons: Reasons;
	/** The least alike pair of which somebody has not yet said that it is the same. */
	score: number;
}

/** What a page asks its worker. */
export interface Asked {
	proposals: Proposal[];
	glossary: Concept[];
	/** See `suggest`. */
	apart: string[];
	joined: Joined[];
}

/** What the worker answers. */
export interface Found {
	suggestions: Suggestion[];
	/** See `unseen`. */
	unseen: string[];
}

interface Pair {
	a: Proposal;
	b: Proposal;
	likeness: Likeness;
}

/**
 * Which proposals may be the same, the surest first, and which belong to a joint recommendation.
 * Each stands in one suggestion at most, and every two in it that nobody has merged are alike and
 * of different teams: what belongs to a joint recommendation is alike to every source of it, no
 * chain of half-alike ones. In which order they come, capitals and punctuation change nothing.
 *
 * What counts is concepts of the glossary and words, each by how rare it is here, and across
 * languages concepts and numbers; the same need, owner and horizon speak for it, but alone suggest
 * nothing: two measures for one need are not one.
 * @param proposals with ids of their own, also those that are merged
 * @param apart pairs of ids, joined by a space in order, that somebody said are not the same
 * @param joined what is merged
 */
export function suggest(
	proposals: readonly Proposal[],
	glossary: readonly Concept[],
	apart: ReadonlySet<string> = new Set(),
	joined: readonly Joined[] = []
): Suggestion[] {
	const sorted = [...proposals].sort(byId);
	const comparison = new Comparison(sorted, new Concepts(glossary));
	const jointOf = new Map(joined.flatMap(({ id, sources }) => sources.map((one) => [one, id])));
	const pairs = new Map<string, Pair>();
	for (const [at, a] of sorted.entries())
		for (const b of sorted.slice(at + 1)) {
			if (a.team === b.team || apart.has(pairKey(a.id, b.id))) continue;
			if (jointOf.has(a.id) && jointOf.get(a.id) === jointOf.get(b.id)) continue;
			const likeness = comparison.of(a, b);
			if (likeness.score >= ALIKE) pairs.set(pairKey(a.id, b.id), { a, b, likeness });
		}
	const units = Map.groupBy(sorted, ({ id }) => jointOf.get(id) ?? id);
	return groups(pairs, ({ id }) => units.get(jointOf.get(id) ?? id) ?? [])
		.map((group): Suggestion => {
			// what stands alone first: in its words the reason is said
			const [alone = [], merged = []] = [false, true].map((is) =>
				group.filter(({ id }) => jointOf.has(id) === is).sort(byId)
			);
			const members = [...alone, ...merged];
			return {
				ids: alone.map(({ id }) => id),
				joints: [...new Set(merged.flatMap(({ id }) => jointOf.get(id) ?? []))].sort(),
				reasons: reasons(members, comparison),
				score: Math.min(
					...twos(members).flatMap(([a, b]) => pairs.get(pairKey(a.id, b.id))?.likeness.score ?? [])
				)
			};
		})
		.filter(({ reasons }) => reasons.concepts.length + reasons.words.length > 0)
		.sort((a, b) => b.score - a.score || (membersOf(a).join() < membersOf(b).join() ? -1 : 1));
}

/** Ids of all that a suggestion is about. */
export function membersOf({ joints, ids }: Suggestion): string[] {
	return [...joints, ...ids];
}

/** Whether no team speaks in two parts of a suggestion. @param parts what is merged already is one */
export function teamsDiffer(parts: readonly (readonly Pick<Proposal, 'team'>[])[]): boolean {
	const teams = parts.flatMap((part) => [...new Set(part.map(({ team }) => team))]);
	return new Set(teams).size === teams.length;
}

const byId = (a: Proposal, b: Proposal) => (a.id < b.id ? -1 : 1);

/** The key of a pair, whichever way round. */
export function pairKey(one: string, other: string): string {
	return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * Joins the most alike first, while every two in a group are alike and of different teams.
 * @param unit what somebody has merged with a proposal, and it: that stays together
 */
function groups(
	pairs: ReadonlyMap<string, Pair>,
	unit: (one: Proposal) => Proposal[]
): Proposal[][] {
	const groupOf = new Map<string, Proposal[]>();
	const order = [...pairs.values()].sort(
		(x, y) =>
			y.likeness.score - x.likeness.score ||
			(pairKey(x.a.id, x.b.id) < pairKey(y.a.id, y.b.id) ? -1 : 1)
	);
	for (const { a, b } of order) {
		const [one, other] = [groupOf.get(a.id) ?? unit(a), groupOf.get(b.id) ?? unit(b)];
		if (one === other) continue;
		if (!one.every((x) => other.every((y) => pairs.has(pairKey(x.id, y.id))))) continue;
		const whole = [...one, ...other];
		for (const member of whole) groupOf.set(member.id, whole);
	}
	return [...new Set(groupOf.values())];
}

function twos<T>(all: readonly T[]): [T, T][] {
	return all.flatMap((a, at) => all.slice(at + 1).map((b): [T, T] => [a, b]));
}

/** @param members the first of them says the words that all have */
function reasons(members: readonly Proposal[], comparison: Comparison): Reasons {
	const [first] = members;
	const likenesses = twos(members).map(([a, b]) => comparison.of(a, b));
	const ofFirst = likenesses.slice(0, members.length - 1);
	const all = (test: (one: Likeness) => boolean) => likenesses.every(test);
	const inAll = (of: (one: Likeness) => string[]) =>
		of(ofFirst[0]!).filter((item) => ofFirst.every((one) => of(one).includes(item)));
	return {
		need: first && all(({ sameNeed }) => sameNeed) ? first.answers : null,
		owner: first?.owner && all(({ sameOwner }) => sameOwner) ? first.owner : null,
		horizon: first && all(({ sameHorizon }) => sameHorizon) ? first.horizon : null,
		concepts: inAll(({ concepts }) => concepts),
		words: inAll(({ words }) => words),
		across: likenesses.some(({ across }) => across)
	};
}

/**
 * Proposals that cannot be held beside those of other languages: they name no concept of the
 * glossary. Where all are of one language there are none.
 * @returns ids
 */
export function unseen(proposals: readonly Proposal[], glossary: readonly Concept[]): string[] {
	const concepts = new Concepts(glossary);
	const languages = new Set(proposals.map(({ text }) => languageOf(text)));
	languages.delete('');
	if (languages.size < 2) return [];
	return proposals
		.filter(({ text }) => concepts.in(plainWords(text), languageOf(text)).concepts.size === 0)
		.map(({ id }) => id);
}
