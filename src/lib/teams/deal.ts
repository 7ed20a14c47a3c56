import { shuffled } from './random';
import type { Traits } from './traits';

/**
 * How many people sit in each team: as equal as those pinned there permit.
 * @param pinned how many are pinned to each team
 * @param people how many there are in all, the pinned among them
 */
export function sizes(pinned: readonly number[], people: number): number[] {
	const result = [...pinned];
	for (let left = people - pinned.reduce((a, b) => a + b, 0); left > 0; left--) {
		const smallest = result.indexOf(Math.min(...result));
		result[smallest] = (result[smallest] as number) + 1;
	}
	return result;
}

/**
 * Deals the people who are not pinned like cards, sorted by delegation, role and gender. Where nobody
 * is pinned, every run of equal cards, so every delegation and the guests together, is then spread
 * evenly from the start.
 * @param pins index of the team for each person, or -1
 * @param next source of random numbers: who of equals comes first
 * @returns index of the team for each person
 */
export function deal(
	traits: Traits,
	pins: Int32Array,
	teams: number,
	next: () => number
): Int32Array {
	const teamOf = pins.slice();
	const taken = new Array<number>(teams).fill(0);
	for (const team of pins) if (team >= 0) taken[team] = (taken[team] as number) + 1;
	const free = sizes(taken, pins.length).map((size, team) => size - (taken[team] as number));

	const everybody = Array.from(pins.keys()).filter((person) => (pins[person] as number) < 0);
	const cards = shuffled(everybody, next).sort((a, b) => {
		for (const classes of traits.classes) {
			const difference = (classes[a] as number) - (classes[b] as number);
			if (difference !== 0) return difference;
		}
		return 0;
	});
	let team = 0;
	for (const person of cards) {
		while ((free[team] as number) === 0) team = (team + 1) % teams;
		teamOf[person] = team;
		free[team] = (free[team] as number) - 1;
		team = (team + 1) % teams;
	}
	return teamOf;
}
