import type { Verdict } from '../plenary/verdict';
import type { WorkshopState } from '../workshop/state';
import type { Names } from './names';
import { needsOf } from './plenary-results';
import type { Words } from './words';

/** What a team said of its choices for a need once it had seen the expert's view. */
export interface DebriefResult {
	need: string;
	/** The team's name. */
	team: string;
	verdict: Verdict;
	reason: string;
	/** Ids of the tools it had chosen, and of those it would choose now. */
	before: string[];
	after: string[];
}

/** Need by need, in the order of the case. */
export function debriefResults(state: WorkshopState): DebriefResult[] {
	const divisions = [...state.earlier, ...(state.division ? [state.division] : [])];
	const teams = divisions.flatMap((division) => division.teams);
	const said = state.verdicts.map(({ sheet, need, is, reason, before, after }) => {
		const team = state.sheets.find(({ id }) => id === sheet)?.team;
		const place = teams.findIndex(({ id }) => id === team);
		return {
			place,
			row: { need, team: teams[place]?.name ?? '', verdict: is, reason, before, after }
		};
	});
	return needsOf(state).flatMap((need) =>
		said
			.filter(({ row }) => row.need === need)
			.sort((one, other) => one.place - other.place)
			.map(({ row }) => row)
	);
}

/** What a team says, in words: that it keeps or revises, what it would choose now, and why. */
export function verdictFacts(
	{ verdict, after, reason }: DebriefResult,
	names: Names,
	{ debrief }: Pick<Words, 'debrief'>
): string[] {
	const tools = verdict === 'keep' ? '' : after.map(names.tool).join(', ');
	return [debrief[verdict], tools && `${debrief.after}: ${tools}`, reason].filter(Boolean);
}
