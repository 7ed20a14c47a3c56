import { cardFile } from './card-file';
import type { Problem } from './scenario';
import type { Open } from './text';

/** A concept, the ways people write it in each language, and what it is. */
export interface Term {
	/** The file's name without `.md`. */
	id: string;
	/** By language; the first of each is its headword. */
	words: Record<string, string[]>;
	meaning: Open;
}

/** An entry as read. `term` is undefined where it cannot be used. */
export interface ReadTerm {
	term?: Term;
	problems: Problem[];
}

/**
 * Reads an entry of the glossary: front matter with the words of each language, and what it is in a
 * sentence or two, shown as it stands.
 * @param id the file's name without `.md`
 * @param bytes the file
 * @param file its path, for problems
 */
export function readTerm(id: string, bytes: Uint8Array, file = `glossary/${id}.md`): ReadTerm {
	const stop = (line: number, message: string, hint: string): ReadTerm => ({
		problems: [{ file, line, message, hint, level: 'sealed' }]
	});
	const front = cardFile(id, bytes, 'an entry');
	if (!front.ok) return stop(front.line, front.message, front.hint);
	const { values, lines, body } = front.front;
	const problems: Problem[] = [];
	const words: Record<string, string[]> = {};
	for (const [language, written] of values) {
		const list = (Array.isArray(written) ? written : [written]).filter(
			(one): one is string => typeof one === 'string' && one !== ''
		);
		if (/^[a-z]{2,3}$/.test(language) && list.length) words[language] = list;
		else
			problems.push({
				file,
				line: lines.get(language) ?? 1,
				message: `"${language}" is no language with words.`,
				hint: 'Write a line for each language, such as en: ["customs", "customs office"].',
				level: 'advice'
			});
	}
	if (Object.keys(words).length === 0)
		return stop(1, 'The entry has no words.', 'Write en: ["…"] in the front matter.');
	return { term: { id, words, meaning: { open: body.trim() } }, problems };
}
