import { plenary, sourcesOf } from '../plenary/joint';
import type { ComparedTeam } from '../plenary/compare';
import { results as resultsOf, teamsOf, type Results } from '../report/results';
import type { WorkshopState } from '../workshop/state';
import { sheetValueAt } from './as-of';
import { verdictsAt } from './db/debrief';
import { merged } from './plenary';
import { outcomeOf } from './outcome';
import { sheetValue } from './sheet-value';
import { stateOf } from './state';

/**
 * The results of a workshop, at any time during or after it.
 * @param at ms since 1970: what the teams had written by then, else by now
 */
export async function results(id: string, at?: number): Promise<Results | undefined> {
	const now = await stateOf(id);
	if (!now) return undefined;
	const state = at === undefined ? now : { ...now, verdicts: await verdictsAt(id, at) };
	const read = await readSheets(state, at);
	const sources = read.flatMap(({ id: sheet, team, value }) => sourcesOf(sheet, team, value));
	return resultsOf(
		state,
		read,
		plenary(merged(id, at), sources),
		outcomeOf(id, at),
		at ?? Date.now()
	);
}

/** What all sheets say, in the order of the exercises. */
async function readSheets(state: WorkshopState, at?: number) {
	const order = state.scenario.exercises.map((exercise) => exercise.id);
	const sheets = [...state.sheets].sort(
		(a, b) => order.indexOf(a.exercise) - order.indexOf(b.exercise)
	);
	const read = await Promise.all(
		sheets.map(async ({ id, team, exercise }) => {
			const value = at === undefined ? await sheetValue(id) : await sheetValueAt(id, at);
			return value ? [{ id, team, exercise, value }] : [];
		})
	);
	return read.flat();
}

/** What each team chose, and which needs it was asked. */
export async function comparedTeams(state: WorkshopState): Promise<ComparedTeam[]> {
	const sheets = await readSheets(state);
	const from = new Map(state.people.map((person) => [person.id, person.delegation]));
	return teamsOf(state, sheets).map(({ id, members }) => {
		const own = sheets.filter(({ team }) => team === id);
		const exercises = own.map(({ exercise }) => exercise);
		return {
			team: id,
			members: members.map(({ person }) => from.get(person) ?? ''),
			asked: state.scenario.exercises
				.filter((exercise) => exercises.includes(exercise.id))
				.flatMap(({ items }) => items.map((item) => item.id)),
			choices: own.flatMap(({ value }) => value.choices.filter(({ gone }) => gone === null))
		};
	});
}
