import type { Exercise } from '../scenario/scenario';
import type { Sheet, Stage, Team, WorkshopState } from './state';

/** The stage that is open now. */
export function openStage(state: WorkshopState): Stage | undefined {
	return state.stages.find((stage) => stage.id === state.openStage);
}

/** The one after it; the first where none was opened yet; undefined at the end. */
export function nextStage(state: WorkshopState): Stage | undefined {
	const at = state.stages.findIndex((stage) => stage.id === state.openStage);
	return state.stages[at + 1];
}

/** The one before it. */
export function previousStage(state: WorkshopState): Stage | undefined {
	const at = state.stages.findIndex((stage) => stage.id === state.openStage);
	return at > 0 ? state.stages[at - 1] : undefined;
}

/** The scenario's exercise that a stage works. */
export function exerciseOf(state: WorkshopState, stage: Stage | undefined): Exercise | undefined {
	if (!stage?.exercise) return undefined;
	return state.scenario.exercises.find((exercise) => exercise.id === stage.exercise);
}

/** Whether participants may read an exercise: its stage was opened at least once. */
export function wasOpened(state: WorkshopState, exercise: string): boolean {
	return state.stages.some((stage) => stage.exercise === exercise && stage.openedAt !== null);
}

/** The team a person sits in, once teams are announced. */
export function teamOf(state: WorkshopState, person: string): Team | undefined {
	if (!state.division?.announced) return undefined;
	return state.division.teams.find((team) => team.members.some((m) => m.person === person));
}

/** A sheet of the team a person sits in, by its id. */
export function ownSheet(state: WorkshopState, person: string, id: string): Sheet | undefined {
	const team = teamOf(state, person);
	return team && state.sheets.find((sheet) => sheet.id === id && sheet.team === team.id);
}
