import type { Horizon } from '../sheet/layout';
import { isForm, type Concepts } from './concepts';
import { denies, dice, isContent, languageOf, plainWords, trigrams } from './words';

/** A recommendation as a team wrote it. */
export interface Proposal {
	id: string;
	team: string;
	text: string;
	horizon: Horizon;
	owner: string;
	/** Id of the need or question it answers, or ''. */
	answers: string;
}

/** How alike two proposals are, and what speaks for it. */
export interface Likeness {
	/** From 0. At `ALIKE` and above they may be shown as a suggestion. */
	score: number;
	/** Ids of concepts both name. */
	concepts: string[];
	/** Words both have, as the first one has them. */
	words: string[];
	sameNeed: boolean;
	sameOwner: boolean;
	sameHorizon: boolean;
	/** They are written in different languages: only concepts and numbers were held side by side. */
	across: boolean;
}

/** Two proposals are shown together from here on: set so that hardly one suggestion is wrong. */
export const ALIKE = 0.45;

/** Words of which so much is the same are forms of one. */
const FORM = 0.6;
/** Owners so alike are one. */
const OWNER = 0.6;
/** So many concepts in common say more than their share: *preservation, mobile operator, 24 hours*. */
const MANY = 3;
/** What each word more counts that forbids or limits something. */
const DENIED = 0.2;
/** Texts of which so much is the same, word by word and in order, are one sentence. */
const TURNED = 0.55;

/** A proposal taken apart, once for all comparisons. */
interface Said {
	language: string;
	concepts: Set<string>;
	/** Words that carry meaning and belong to no concept, each once. */
	words: string[];
	/** All words in the order of the text. */
	text: string[];
	owner: Set<string>;
	/** How many of its words forbid or limit something. */
	denies: number;
}

/** Compares the proposals of one workshop; how rare a word is there says how much it counts. */
export class Comparison {
	#concepts: Concepts;
	#said: Map<string, Said>;
	/** In how many proposals a concept or word stands. */
	#common = new Map<string, number>();
	#grams = new Map<string, Set<string>>();
	#forms = new Map<string, boolean>();

	constructor(proposals: readonly Proposal[], concepts: Concepts) {
		this.#concepts = concepts;
		this.#said = new Map(proposals.map((one) => [one.id, this.#takeApart(one)]));
		for (const { concepts: named, words } of this.#said.values())
			for (const item of [...named, ...words])
				this.#common.set(item, (this.#common.get(item) ?? 0) + 1);
	}

	/** @throws where one was not given to the constructor */
	of(one: Proposal, other: Proposal): Likeness {
		const [a, b] = [this.#said.get(one.id), this.#said.get(other.id)];
		if (!a || !b) throw new Error('a proposal that is not compared');
		const across = a.language !== b.language && a.language !== '' && b.language !== '';
		const concepts = [...a.concepts].filter((concept) => b.concepts.has(concept));
		const words = a.words.filter((word) => b.words.some((its) => this.#isForm(word, its)));
		const sameNeed = one.answers !== '' && one.answers === other.answers;
		const sameOwner = dice(a.owner, b.owner) >= OWNER;
		const sameHorizon = one.horizon === other.horizon;
		const covers = across
			? this.#across(a, b, concepts)
			: Math.min(this.#cover(a, b, concepts), this.#cover(b, a, concepts));
		const support =
			Number(!across && concepts.length >= MANY) * 0.1 +
			Number(sameNeed) * 0.1 +
			Number(sameOwner) * 0.06 +
			Number(sameHorizon) * 0.03;
		const against =
			Number(!across && covers >= TURNED / 2 && this.#isTurned(a, b, concepts)) * 0.6 +
			(across ? 0 : Math.min(0.4, Math.abs(a.denies - b.denies) * DENIED)) +
			Number(one.answers !== '' && other.answers !== '' && !sameNeed) * 0.15;
		const score = Math.max(0, covers + (covers > 0 ? support : 0) - against);
		return { score, concepts, words, sameNeed, sameOwner, sameHorizon, across };
	}

	#takeApart({ text, owner }: Proposal): Said {
		const words = plainWords(text);
		const language = languageOf(text);
		const { concepts, taken } = this.#concepts.in(words, language);
		const left = words.filter((word, at) => !taken.has(at) && isContent(word));
		const owners = plainWords(owner);
		const named = this.#concepts.in(owners, '');
		return {
			language,
			concepts,
			words: [...new Set(left)],
			text: words,
			owner: new Set([
				...named.concepts,
				...owners.filter((word, at) => !named.taken.has(at) && isContent(word))
			]),
			denies: denies(words)
		};
	}

	/**
	 * Whether two sentences are nearly the same word by word and yet each says something that the
	 * other does not: *train judges in …*, *train border officers in …*. That is meant. Sentences that
	 * go their own ways differ in more, and say less by it.
	 */
	#isTurned(one: Said, other: Said, shared: readonly string[]): boolean {
		const all = one.text.length + other.text.length;
		if ((2 * inOrder(one.text, other.text)) / all < TURNED) return false;
		const differs = (a: Said, b: Said) =>
			[...a.concepts].some((concept) => !shared.includes(concept)) ||
			a.words.some((word) => !b.words.some((its) => this.#isForm(word, its)));
		return differs(one, other) && differs(other, one);
	}

	/** The share of what one says, by weight, that the other says too. */
	#cover(one: Said, other: Said, shared: readonly string[]): number {
		let [all, both] = [0, 0];
		for (const concept of one.concepts) {
			const weight = 2 * this.#weight(concept);
			all += weight;
			if (shared.includes(concept)) both += weight;
		}
		for (const word of one.words) {
			const weight = this.#weight(word);
			all += weight;
			if (other.words.some((its) => this.#isForm(word, its))) both += weight;
		}
		return all > 0 ? both / all : 0;
	}

	/** In different languages: their concepts and numbers, and two of them at least. */
	#across(one: Said, other: Said, shared: readonly string[]): number {
		const numbers = one.words.filter((word) => /\p{N}/u.test(word) && other.words.includes(word));
		if (shared.length + numbers.length < 2) return 0;
		return dice(one.concepts, other.concepts);
	}

	#weight(item: string): number {
		return Math.log(1 + this.#said.size / (this.#common.get(item) ?? 1));
	}

	#isForm(one: string, other: string): boolean {
		if (one === other) return true;
		if (one[0] !== other[0] || Math.min(one.length, other.length) < 4) return false;
		const key = `${one} ${other}`;
		const known = this.#forms.get(key);
		if (known !== undefined) return known;
		const found = isForm(one, other) || dice(this.#gramsOf(one), this.#gramsOf(other)) >= FORM;
		this.#forms.set(key, found);
		return found;
	}

	#gramsOf(word: string): Set<string> {
		const known = this.#grams.get(word) ?? trigrams(word);
		this.#grams.set(word, known);
		return known;
	}
}

/** How many words two texts have in common in the same order: their longest common subsequence. */
function inOrder(one: readonly string[], other: readonly string[]): number {
	let row = new Array<number>(other.length + 1).fill(0);
	for (const word of one) {
		const next = [0];
		for (const [at, its] of other.entries())
			next.push(word === its ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
		row = next;
	}
	return row[other.length]!;
}
