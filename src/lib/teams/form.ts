import type { Attendee } from './attendee';
import { deal } from './deal';
import type { Division } from './division';
import { random } from './random';
import { search } from './search';
import { byContent, traits } from './traits';

/**
 * Draws people into teams. Everybody sits in exactly one team and who is pinned stays; sizes differ by
 * at most one (where pins permit); then, each before the next: every host delegation in every team;
 * host delegations, guests together, each guest delegation, roles, genders and kinds of role spread as
 * evenly as can be.
 * @param people in any order: the same people, number and seed give the same teams
 * @param wish `teams` from 1, `seed` any number
 * @returns ids by team; within a team in the order of names. With fewer people than teams some are empty
 * @throws RangeError where a number of teams or a pin makes no sense
 */
export function form(people: readonly Attendee[], wish: { teams: number; seed: number }): Division {
	const { teams, seed } = wish;
	if (!Number.isInteger(teams) || teams < 1)
		throw new RangeError(`There cannot be ${teams} teams.`);
	const list = byContent(people);
	const pins = Int32Array.from(list, ({ pinned }) => pinned ?? -1);
	if (pins.some((team) => team >= teams))
		throw new RangeError('A pin points beyond the last team.');

	const next = random(seed);
	const kinds = traits(list);
	const teamOf = search(kinds, deal(kinds, pins, teams, next), pins, teams, next);
	const division: Division = { teams: Array.from({ length: teams }, () => []) };
	list.forEach((person, i) => division.teams[teamOf[i] as number]?.push(person.id));
	return division;
}
