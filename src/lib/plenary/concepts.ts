import { plainWords } from './words';

/** A concept of the glossary with the ways people write it. */
export interface Concept {
	id: string;
	/** By language; the first of each is its headword. */
	words: Readonly<Record<string, readonly string[]>>;
}

/** Between the words of a phrase may stand so many others: *records of the second phone calls*. */
const GAP = 2;
/** Letters at the end in which forms of a word differ: *operator, operators*. */
const ENDING = 3;

interface Phrase {
	concept: string;
	language: string;
	words: string[];
}

/** A concept that a text names, and where. */
interface Match {
	concept: string;
	at: number[];
}

/** Finds the concepts of a glossary in texts of any of its languages. */
export class Concepts {
	/** Phrases by the first letters of their first word. */
	#phrases = new Map<string, Phrase[]>();

	constructor(glossary: readonly Concept[]) {
		for (const { id, words } of glossary)
			for (const [language, written] of byLanguage(words)) {
				const phrase = { concept: id, language, words: plainWords(written) };
				const key = phrase.words[0]?.slice(0, 3);
				if (key !== undefined) this.#phrases.set(key, [...(this.#phrases.get(key) ?? []), phrase]);
			}
	}

	/**
	 * The concepts that a text names, in its own language or in English, which people mix in: a word of
	 * one language is often another thing in a third. Of phrases that stand in the same words the longest counts:
	 * *mobile money* is no *mobile operator*.
	 * @param words as `plainWords` gives them
	 * @param language of the text; '': any
	 * @returns ids, and which word belongs to which of them
	 */
	in(
		words: readonly string[],
		language: string
	): { concepts: Set<string>; taken: Map<number, string> } {
		const found = words.flatMap((word, at) =>
			(this.#phrases.get(word.slice(0, 3)) ?? [])
				.filter((phrase) => language === '' || [language, 'en'].includes(phrase.language))
				.flatMap((phrase) => match(phrase, words, at))
		);
		found.sort((a, b) => b.at.length - a.at.length || spread(a) - spread(b));
		const concepts = new Set<string>();
		const taken = new Map<number, string>();
		for (const { concept, at } of found) {
			if (at.every((one) => taken.has(one))) continue;
			concepts.add(concept);
			for (const one of at) if (!taken.has(one)) taken.set(one, concept);
		}
		return { concepts, taken };
	}
}

function byLanguage(words: Concept['words']): [language: string, phrase: string][] {
	return Object.entries(words).flatMap(([language, phrases]) =>
		phrases.map((phrase): [string, string] => [language, phrase])
	);
}

const spread = ({ at }: Match) => (at.at(-1) ?? 0) - (at[0] ?? 0);

function match(
	{ concept, words: phrase }: Phrase,
	words: readonly string[],
	from: number
): Match[] {
	const at: number[] = [];
	let next = from;
	for (const word of phrase) {
		const last = at.length ? next + GAP : from;
		while (next <= last && !isForm(words[next], word)) next++;
		if (next > last) return [];
		at.push(next++);
	}
	return [{ concept, at }];
}

/** Whether two words are forms of one: the same but for the last letters of either. */
export function isForm(one: string | undefined, other: string): boolean {
	if (one === undefined) return false;
	if (one === other) return true;
	const shorter = Math.min(one.length, other.length);
	if (shorter < 4) return false;
	let same = 0;
	while (same < shorter && one[same] === other[same]) same++;
	return same >= Math.max(4, Math.max(one.length, other.length) - ENDING);
}
