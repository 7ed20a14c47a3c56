import { distance } from '../scenario/nearest';
import { countryOf } from './country-names';
import { byCodeUnit, plain } from './plain';

/** What a delegation written in a list is among those there are. */
export type DelegationMatch =
	{ kind: 'is'; name: string } | { kind: 'near'; name: string } | { kind: 'new' };

/** Words around a country's name that do not change which it is. */
const FRAME =
	/\b(the|of|federal|republic|government|govt|state|delegation|jamhuri|ya|wa|serikali|jamhuuriyadda|dowladda|federaalka|republique|de|du|la)\b/g;

/** A delegation's name, with what it is compared by. */
export interface Spelling {
	name: string;
	letters: string;
	/** Letters without the words around them. */
	core: string;
	initials: string;
	country: string | undefined;
}

/** Prepares a name for comparing. */
export function spelling(name: string): Spelling {
	const words = plain(name).match(/[\p{L}\p{N}]+/gu) ?? [];
	return {
		name,
		letters: words.join(''),
		core: letters(plain(name).replace(FRAME, '')),
		initials: words.length > 1 ? words.map(([first]) => first).join('') : '',
		country: countryOf(name)
	};
}

/**
 * Finds the delegation that a text names.
 * @param text as the list has it
 * @param names the delegations there are
 * @returns `is` where certain: the same but for case, accents and spaces, or the same country in another
 * language or as a code; `near` where it looks like a slip for one; else `new`
 */
export function matchDelegation(text: string, names: readonly Spelling[]): DelegationMatch {
	const found = spelling(text);
	const same = names.find(
		({ letters, country }) =>
			letters === found.letters || (country !== undefined && country === found.country)
	);
	if (same) return { kind: 'is', name: same.name };
	// Niger is no slip for Nigeria.
	if (found.country !== undefined) return { kind: 'new' };

	const near = names
		.map((other) => ({ name: other.name, slips: slips(found, other) }))
		.filter(({ slips }) => slips < Infinity)
		.sort((a, b) => a.slips - b.slips || byCodeUnit(a.name, b.name))[0];
	return near ? { kind: 'near', name: near.name } : { kind: 'new' };
}

/** How many slips of the hand lie between two names; Infinity where they are two names. */
function slips(found: Spelling, other: Spelling): number {
	const shorter = Math.min(found.letters.length, other.letters.length);
	if (shorter < 2) return Infinity;
	if (found.core === other.core) return 0;
	if (found.letters.length >= 3 && other.letters.startsWith(found.letters)) return 1;
	if (found.letters === other.initials) return 1;
	const allowed = shorter < 4 ? 0 : shorter < 6 ? 1 : 2;
	if (Math.abs(found.letters.length - other.letters.length) > allowed) return Infinity;
	const edits = distance(found.letters, other.letters);
	return edits <= allowed ? edits : Infinity;
}

function letters(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, '');
}
