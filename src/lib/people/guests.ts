import { matchDelegation, spelling } from './delegation-match';
import { plain } from './plain';

/**
 * With so many delegations, no more are compared: a wrong column holds hundreds, and comparing each
 * with each would keep the server from everybody else.
 */
const COMPARED = 60;

/** What each delegation written in a list stands for. */
export interface Reading {
	/** By the plain text of what the list has: the name of the delegation. */
	known: ReadonlyMap<string, string>;
	/** By the same: the delegation it looks like a slip for. */
	near: ReadonlyMap<string, string>;
}

/**
 * Tells slips of the hand from delegations the workshop lacks. Of two new spellings near each other,
 * the one with more rows is the delegation and the other the slip; of equals the earlier.
 * @param written the delegation of each row, in the order of the file
 * @param given names of the workshop's delegations
 */
export function readDelegations(written: readonly string[], given: readonly string[]): Reading {
	const spellings = new Map<string, { text: string; rows: number }>();
	for (const text of written) {
		const spelling = spellings.get(plain(text)) ?? { text, rows: 0 };
		spelling.rows++;
		spellings.set(plain(text), spelling);
	}
	const known = new Map<string, string>();
	const near = new Map<string, string>();
	const names = given.map(spelling);
	for (const [word, { text }] of [...spellings].sort((a, b) => b[1].rows - a[1].rows)) {
		const match = matchDelegation(text, names);
		if (match.kind === 'near') near.set(word, match.name);
		else known.set(word, match.kind === 'is' ? match.name : text);
		if (match.kind === 'new' && names.length < COMPARED) names.push(spelling(text));
	}
	return { known, near };
}
