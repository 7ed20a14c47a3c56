import { byCodeUnit, plain } from './plain';

/** The most names that are ever shown to somebody who types. */
const MOST = 5;
/** The fewest letters that find anything. */
const FEWEST = 3;

/**
 * Finds people by part of their name, as people spell: case, accents, doubled letters, `x` `kh` `h`,
 * `dh` `d`, `q` `k`, and the Somali `c` (an ayn) do not matter. The list of names is no directory: three letters
 * find at most five.
 * @param people those who may be found
 * @param typed what stands in the field
 * @returns ids, the best first: names that begin so, that hold it, that sound so; then by name
 */
export function findNames(
	people: readonly { id: string; name: string }[],
	typed: string
): string[] {
	const wanted = words(plain(typed));
	if (lettersIn(wanted) < FEWEST) return [];
	return people
		.map(({ id, name }) => ({ id, name, rank: rank(words(plain(name)), wanted) }))
		.filter(({ rank }) => rank < Infinity)
		.sort(
			(a, b) =>
				a.rank - b.rank || byCodeUnit(plain(a.name), plain(b.name)) || byCodeUnit(a.id, b.id)
		)
		.slice(0, MOST)
		.map(({ id }) => id);
}

/** How near a name is to what was typed: 0 the nearest, Infinity not at all. */
function rank(name: string, wanted: string): number {
	if (` ${name}`.includes(` ${wanted}`)) return 0;
	if (name.includes(wanted)) return 1;
	const heard = sound(name);
	const sought = sound(wanted);
	if (lettersIn(sought) < 2) return Infinity;
	if (` ${heard}`.includes(` ${sought}`)) return 2;
	if (lettersIn(sought) >= FEWEST && heard.includes(sought)) return 3;
	// Given name and father's name in either order; one whole part at least must be typed.
	const parts = sought.split(' ');
	if (parts.length < 2 || !parts.some((part) => part.length >= FEWEST)) return Infinity;
	return parts.every((part) => ` ${heard}`.includes(` ${part}`)) ? 4 : Infinity;
}

/** A name as it sounds: one spelling for those that Somali and Arabic names have. */
function sound(text: string): string {
	return text
		.replace(/kh|x/g, 'h')
		.replace(/c(?!h)/g, '')
		.replace(/dh/g, 'd')
		.replace(/q/g, 'k')
		.replace(/(\p{L})\1+/gu, '$1')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Letters and single spaces: hyphens part words, apostrophes do not. */
function words(text: string): string {
	return text
		.replace(/['ʿʾ]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function lettersIn(text: string): number {
	return [...text].filter((character) => character !== ' ').length;
}
