import { byCodeUnit } from '../people/plain';
import type { Attendee } from './attendee';

/** One team as `teams.json` has it: nothing in it depends on ids or on the time. */
export interface TeamOnFile {
	team: string;
	members: {
		name: string;
		delegation: string;
		role: string;
		gender: string;
		languages: string;
	}[];
}

/**
 * The value of `teams.json`: the same people, number and seed give the same bytes.
 * @param teams people by team
 * @param names one name for each team, in the same order
 * @returns teams in that order, members by name, values as the list has them
 */
export function teamsFile(
	teams: readonly (readonly Attendee[])[],
	names: readonly string[]
): TeamOnFile[] {
	return teams.map((team, i) => ({
		team: names[i] ?? String(i + 1),
		members: team
			.map(({ name, delegation, role, gender, languages }) => ({
				name,
				delegation,
				role,
				gender,
				languages
			}))
			.sort(
				(a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(JSON.stringify(a), JSON.stringify(b))
			)
	}));
}
