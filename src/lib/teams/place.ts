import { plain } from '../people/plain';
import type { Attendee } from './attendee';
import { compareCosts, costOf } from './cost';
import { traits } from './traits';

/** Where a latecomer sits best, and why. */
export interface Place {
	/** Index of the team, from 0. */
	team: number;
	/** How many people it has now. */
	people: number;
	/** How many of them are of the latecomer's delegation. */
	ofDelegation: number;
}

/**
 * The best team for somebody who comes late: one of the smallest, and of these the one that leaves
 * the division most even by the rules of `form`; of equal ones the first.
 * @param teams people by team, at least one team
 * @param latecomer sits in none of them
 */
export function bestPlace(teams: readonly (readonly Attendee[])[], latecomer: Attendee): Place {
	const smallest = Math.min(...teams.map((team) => team.length));
	const kinds = traits([...teams.flat(), latecomer]);
	const places = teams.flatMap((members, team) => {
		if (members.length > smallest) return [];
		const teamOf = Int32Array.from([...teams.flatMap((all, i) => all.map(() => i)), team]);
		const ofDelegation = members.filter(
			({ delegation }) => plain(delegation) === plain(latecomer.delegation)
		).length;
		return [
			{ place: { team, people: smallest, ofDelegation }, cost: costOf(kinds, teamOf, teams.length) }
		];
	});
	const [best] = places.sort((a, b) => compareCosts(a.cost, b.cost) || a.place.team - b.place.team);
	if (!best) throw new RangeError('There is no team to sit in.');
	return best.place;
}
