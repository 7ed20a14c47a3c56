import type { Attendee } from './attendee';

/** One draw of people into teams. */
export interface Division {
	/** Ids of people by team, in the order of the teams' names. */
	teams: string[][];
}

/**
 * The people of each team.
 * @throws where the division holds an id that is nobody's: the two must come from one reading
 */
export function seated(division: Division, people: readonly Attendee[]): Attendee[][] {
	const byId = new Map(people.map((person) => [person.id, person]));
	return division.teams.map((team) =>
		team.map((id) => {
			const person = byId.get(id);
			if (!person) throw new Error(`The division seats ${id}, who is not among the people.`);
			return person;
		})
	);
}
