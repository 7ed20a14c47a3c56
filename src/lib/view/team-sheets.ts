import type { HistoryView } from '../sheet/history';
import type { WorkshopState } from '../workshop/state';

/** One of a team's sheets, as the way to its history. */
export interface TeamSheet {
	id: string;
	/** Of its exercise. */
	title: string;
	closed: boolean;
}

/** The history of a sheet, with the ways to those of the same team's others. */
export interface TeamHistory extends HistoryView {
	sheets: TeamSheet[];
}

/** All sheets of a team, in the order of the scenario's exercises. */
export function teamSheets(state: WorkshopState, team: string): TeamSheet[] {
	const own = state.sheets.filter((sheet) => sheet.team === team);
	return state.scenario.exercises.flatMap(({ id: exercise, title }) =>
		own
			.filter((sheet) => sheet.exercise === exercise)
			.map(({ id, closedAt }) => ({ id, title, closed: closedAt !== null }))
	);
}
