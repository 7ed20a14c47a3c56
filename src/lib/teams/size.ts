/** Most teams that a room is drawn into. */
export const MOST_TEAMS = 200;

/**
 * How many teams make teams of a size, as near as can be.
 * @param people how many people, 0 or more
 * @param size people in a team, 1 or more
 * @returns at least 1, at most `people`
 */
export function teamsFor(people: number, size: number): number {
	return Math.max(1, Math.min(people, Math.round(people / Math.max(1, size))));
}
