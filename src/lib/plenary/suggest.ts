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

/** Proposals of different teams that may be the same. */
export interface Suggestion {
	/** Ids of proposals, each of another team. */
	ids: string[];
	reasons: Reasons;
	/** The least alike pair in it. */
	score: number;
}

/** What a page asks its worker. */
export interface Asked {
	proposals: Proposal[];
	glossary: Concept[];
	/** See `suggest`. */
	apart: string[];
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
 * Which proposals may be the same, the surest first. Each stands in one suggestion at most, of each
 * team there is one at most, and every two in it are alike: no chain of half-alike ones. In which
 * order they come, capitals and punctuation change nothing.
 *
 * What counts is concepts of the glossary and words, each by how rare it is here, and across
 * languages concepts and numbers; the same need, owner and horizon speak for it, but alone suggest
 * nothing: two measures for one need are not one.
 * @param proposals with ids of their own
 * @param apart pairs of ids, joined by a space in order, that somebody said are not the same
 */
export function suggest(
	proposals: readonly Proposal[],
	glossary: readonly Concept[],
	apart: ReadonlySet<string> = new Set()
): Suggestion[] {
	const sorted = [...proposals].sort((a, b) => (a.id < b.id ? -1 : 1));
	const comparison = new Comparison(sorted, new Concepts(glossary));
	const pairs = new Map<string, Pair>();
	for (const [at, a] of sorted.entries())
		for (const b of sorted.slice(at + 1)) {
			if (a.team === b.team || apart.has(pairKey(a.id, b.id))) continue;
			const likeness = comparison.of(a, b);
			if (likeness.score >= ALIKE) pairs.set(pairKey(a.id, b.id), { a, b, likeness });
		}
	return groups(pairs)
		.map((group) => suggestion(group, pairs))
		.filter(({ reasons }) => reasons.concepts.length + reasons.words.length > 0)
		.sort((a, b) => b.score - a.score || (a.ids[0]! < b.ids[0]! ? -1 : 1));
}

/** The key of a pair, whichever way round. */
export function pairKey(one: string, other: string): string {
	return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Joins the most alike first, while every two in a group are alike and of different teams. */
function groups(pairs: ReadonlyMap<string, Pair>): Proposal[][] {
	const groupOf = new Map<string, Proposal[]>();
	const order = [...pairs.values()].sort(
		(x, y) =>
			y.likeness.score - x.likeness.score ||
			(pairKey(x.a.id, x.b.id) < pairKey(y.a.id, y.b.id) ? -1 : 1)
	);
	for (const { a, b } of order) {
		const [one, other] = [groupOf.get(a.id) ?? [a], groupOf.get(b.id) ?? [b]];
		if (one === other) continue;
		if (!one.every((x) => other.every((y) => pairs.has(pairKey(x.id, y.id))))) continue;
		const whole = [...one, ...other];
		for (const member of whole) groupOf.set(member.id, whole);
	}
	return [...new Set(groupOf.values())];
}

function suggestion(group: Proposal[], pairs: ReadonlyMap<string, Pair>): Suggestion {
	const [first] = group;
	const inside = group.flatMap((a, at) =>
		group.slice(at + 1).flatMap((b) => pairs.get(pairKey(a.id, b.id)) ?? [])
	);
	const likenesses = inside.map(({ likeness }) => likeness);
	const all = (test: (one: Likeness) => boolean) => likenesses.every(test);
	const inAll = (of: (one: Likeness) => string[]) =>
		of(likenesses[0]!).filter((item) => likenesses.every((one) => of(one).includes(item)));
	return {
		ids: group.map(({ id }) => id),
		score: Math.min(...likenesses.map(({ score }) => score)),
		reasons: {
			need: first && all(({ sameNeed }) => sameNeed) ? first.answers : null,
			owner: first?.owner && all(({ sameOwner }) => sameOwner) ? first.owner : null,
			horizon: first && all(({ sameHorizon }) => sameHorizon) ? first.horizon : null,
			concepts: inAll(({ concepts }) => concepts),
			words: inAll(({ words }) => words),
			across: likenesses.some(({ across }) => across)
		}
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
