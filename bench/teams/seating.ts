import type { Attendee } from '../../src/lib/teams/attendee';
import { costOf, lowestCost, type Cost } from '../../src/lib/teams/cost';
import { sizes } from '../../src/lib/teams/deal';
import type { Division } from '../../src/lib/teams/division';
import { shuffled } from '../../src/lib/teams/random';
import { byContent, traits, type Traits } from '../../src/lib/teams/traits';

/** A list of people as the measure of divisions. */
export interface Measure {
	people: Attendee[];
	traits: Traits;
	pins: Int32Array;
	teams: number;
	/** No division can cost less; some lists allow none as cheap. */
	lowest: Cost;
}

/** Prepares a list of people for measuring divisions into a number of teams. */
export function measure(people: readonly Attendee[], teams: number): Measure {
	const list = byContent(people);
	const kinds = traits(list);
	const pins = Int32Array.from(list, ({ pinned }) => pinned ?? -1);
	return { people: list, traits: kinds, pins, teams, lowest: lowestCost(kinds, teams) };
}

/** What a division costs. */
export function costOfDivision({ people, traits, teams }: Measure, division: Division): Cost {
	const seats = new Map(
		division.teams.flatMap((ids, team) => ids.map((id) => [id, team] as const))
	);
	return costOf(
		traits,
		Int32Array.from(people, ({ id }) => seats.get(id) as number),
		teams
	);
}

/** What a random division into even teams costs: names out of a hat. */
export function costOfHat({ people, traits, teams }: Measure, next: () => number): Cost {
	const chairs = sizes(new Array<number>(teams).fill(0), people.length);
	const teamOf = chairs.flatMap((size, team) => new Array<number>(size).fill(team));
	return costOf(traits, Int32Array.from(shuffled(teamOf, next)), teams);
}
