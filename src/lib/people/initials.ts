import { byCodeUnit, plain } from './plain';

/**
 * Two letters for each member of a team, all different: first letter of the first and of the last
 * name where they are free, else other letters of the name, else a letter and a figure.
 * @param people of one team, in any order
 * @returns by id, e.g. `OK` for `Otieno Kiragu`
 */
export function initials(people: readonly { id: string; name: string }[]): Map<string, string> {
	const given = new Map<string, string>();
	const taken = new Set<string>();
	const inOrder = [...people].sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id));
	for (const { id, name } of inOrder) {
		const free = proposals(name).find((pair) => !taken.has(pair)) ?? `${taken.size + 1}`;
		taken.add(free);
		given.set(id, free);
	}
	return given;
}

function proposals(name: string): string[] {
	const words = (
		plain(name)
			.toUpperCase()
			.match(/\p{L}+/gu) ?? ['?']
	).map((word) => [...word]);
	const first = words[0]?.[0] ?? '?';
	const last = words.length > 1 ? (words.at(-1) ?? []) : [];
	const rest = [...last, ...(words[0]?.slice(1) ?? []), ...words.slice(1, -1).flat()];
	const figures = '23456789'.split('');
	const letters = [...new Set(words.flat())].slice(1);
	return [
		...[...rest, ...figures].map((second) => first + second),
		...letters.flatMap((letter) => figures.map((figure) => letter + figure))
	];
}
