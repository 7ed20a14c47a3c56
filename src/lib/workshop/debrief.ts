import type { Sheet, Team, WorkshopState } from './state';

/** In the place of an exercise: the case as a whole, which has a debrief of its own. */
export const WHOLE_CASE = '-';

/** When the expert's view of an exercise was opened to all, ms since 1970; undefined: it is not. */
export function openedAt({ debriefs }: WorkshopState, exercise: string): number | undefined {
	return debriefs.find((one) => one.exercise === exercise)?.at;
}

/** The sheets whose writers the expert's view of an exercise concerns. */
export function sheetsFor({ sheets }: WorkshopState, exercise: string): Sheet[] {
	return sheets.filter((sheet) => exercise === WHOLE_CASE || sheet.exercise === exercise);
}

/**
 * Where somebody worked an exercise: in the team they sit in, or in one they sat in before teams
 * were drawn anew.
 */
export function workedIn(
	{ division, earlier, sheets }: WorkshopState,
	person: string,
	exercise: string
): { sheet: Sheet; team: Team } | undefined {
	return [...(division?.announced ? [division] : []), ...earlier]
		.flatMap(({ teams }) => teams)
		.filter(({ members }) => members.some((member) => member.person === person))
		.flatMap((team) => {
			const sheet = sheets.find((one) => one.team === team.id && one.exercise === exercise);
			return sheet ? [{ sheet, team }] : [];
		})[0];
}
