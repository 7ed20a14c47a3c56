import { plenary, sourcesOf } from '../plenary/joint';
import { results as resultsOf, type Results } from '../report/results';
import { sheetValueAt } from './as-of';
import { merged } from './plenary';
import { sheetValue } from './sheet-value';
import { stateOf } from './state';

/**
 * The results of a workshop, at any time during or after it.
 * @param at ms since 1970: what the teams had written by then, else by now
 */
export async function results(id: string, at?: number): Promise<Results | undefined> {
	const state = await stateOf(id);
	if (!state) return undefined;
	const order = state.scenario.exercises.map((exercise) => exercise.id);
	const sheets = [...state.sheets].sort(
		(a, b) => order.indexOf(a.exercise) - order.indexOf(b.exercise)
	);
	const read = await Promise.all(
		sheets.map(async ({ id: sheet, team, exercise }) => ({
			id: sheet,
			team,
			exercise,
			value: at === undefined ? await sheetValue(sheet) : await sheetValueAt(sheet, at)
		}))
	);
	const written = read.flatMap(({ value, ...sheet }) => (value ? [{ ...sheet, value }] : []));
	const sources = written.flatMap(({ id: sheet, team, value }) => sourcesOf(sheet, team, value));
	return resultsOf(state, written, plenary(merged(id, at), sources), at ?? Date.now());
}
