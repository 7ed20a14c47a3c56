import { compareCosts, costOf, type Cost } from '../../src/lib/teams/cost';
import { sizes } from '../../src/lib/teams/deal';
import type { Traits } from '../../src/lib/teams/traits';

/**
 * The lowest cost of any division, by trying all of them: for about a dozen people.
 * @param pins index of the team for each person, or -1
 */
export function exactCost(traits: Traits, pins: Int32Array, teams: number): Cost {
	const taken = new Array<number>(teams).fill(0);
	for (const team of pins) if (team >= 0) taken[team] = (taken[team] as number) + 1;
	const wanted = sizes(taken, pins.length).sort((a, b) => a - b);
	const largest = wanted.at(-1) as number;
	const free = pins.every((team) => team < 0);

	const teamOf = pins.slice();
	const filled = [...taken];
	let best: Cost | undefined;
	const seat = (person: number, opened: number): void => {
		if (person === pins.length) {
			const reached = [...filled].sort((a, b) => a - b);
			if (reached.some((size, i) => size !== wanted[i])) return;
			const cost = costOf(traits, teamOf, teams);
			if (!best || compareCosts(cost, best) < 0) best = cost;
			return;
		}
		if ((pins[person] as number) >= 0) return seat(person + 1, opened);
		// Without pins teams are alike until somebody sits there: one empty team stands for all.
		const last = free ? Math.min(teams - 1, opened) : teams - 1;
		for (let team = 0; team <= last; team++) {
			if ((filled[team] as number) >= largest) continue;
			teamOf[person] = team;
			filled[team] = (filled[team] as number) + 1;
			seat(person + 1, Math.max(opened, team + 1));
			filled[team] = (filled[team] as number) - 1;
		}
	};
	seat(0, 0);
	if (!best) throw new Error('There is no division at all.');
	return best;
}
