import { results as resultsOf, type Results } from '../report/results';
import { sheetValue } from './sheet-value';
import { stateOf } from './state';

/** The results of a workshop as of now, at any time during or after it. */
export async function results(id: string): Promise<Results | undefined> {
	const state = await stateOf(id);
	if (!state) return undefined;
	const order = state.scenario.exercises.map((exercise) => exercise.id);
	const sheets = [...state.sheets].sort(
		(a, b) => order.indexOf(a.exercise) - order.indexOf(b.exercise)
	);
	const read = await Promise.all(
		sheets.map(async ({ id: sheet, team, exercise }) => ({
			team,
			exercise,
			value: await sheetValue(sheet)
		}))
	);
	return resultsOf(
		state,
		read.flatMap(({ value, ...sheet }) => (value ? [{ ...sheet, value }] : [])),
		Date.now()
	);
}
