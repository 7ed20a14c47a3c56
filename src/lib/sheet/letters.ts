import type { SheetValue } from './value';

/** Fields whose words count. */
const WORDS = 'text reason safeguards asks executes note role institution owner'.split(' ');

/** Whether a field (`entry|field`) holds words that somebody wrote. */
export function holdsWords(key: string): boolean {
	return WORDS.includes(key.slice(key.indexOf('|') + 1));
}

/** How many letters a team sees on its sheet; what was removed does not count. */
export function letters({
	choices,
	contacts,
	answers,
	recommendations,
	notes
}: SheetValue): number {
	const there = [...choices, ...contacts, ...answers, ...recommendations]
		.filter((one) => !('gone' in one) || one.gone === null)
		.flatMap((one) => Object.entries(one))
		.filter(([field]) => WORDS.includes(field))
		.map(([, words]) => String(words).length);
	return there.reduce((sum, length) => sum + length, notes.length);
}

/**
 * Whether so much went at once that somebody may miss it: 400 letters, or half of the sheet.
 * @param before,now letters
 */
export function isMuch(before: number, now: number): boolean {
	const lost = before - now;
	return lost >= 400 || (lost >= 40 && lost * 2 >= before);
}
