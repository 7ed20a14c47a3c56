import type { Exercise, Inject } from '../scenario/scenario';
import { concernsTeam } from './audience';
import { spent } from './clock';
import { exerciseOf, openStage } from './stage';
import type { Team, WorkshopState } from './state';

/** An inject that is later than this is offered to the facilitator instead of released. */
export const OVERDUE = 60_000;

/** Where an inject stands. */
export interface InjectState {
	inject: Inject;
	/** Teams it is meant for. */
	teams: Team[];
	/** Teams that have it. */
	released: { team: string; at: number }[];
	/** ms of the exercise's clock until it falls due, below 0 when overdue; null: by hand. */
	dueIn: number | null;
}

/** All injects of an exercise, in the author's order, with where they stand at `now`. */
export function injectStates(state: WorkshopState, exercise: Exercise, now: number): InjectState[] {
	const stage = state.stages.find((s) => s.exercise === exercise.id);
	const teams = state.division?.announced ? state.division.teams : [];
	return exercise.injects.map((inject) => ({
		inject,
		teams: teams.filter((team) => concernsTeam(inject.audience, team)),
		released: state.releases.filter((r) => r.inject === inject.id),
		dueIn: inject.at === undefined || !stage ? null : inject.at * 60_000 - spent(stage, now)
	}));
}

/** Whether every inject that `after` names has been released to this team. */
export function isPast(state: WorkshopState, after: string | undefined, team: string): boolean {
	return after === undefined || state.releases.some((r) => r.inject === after && r.team === team);
}

/**
 * The injects to release by clock at `now`: due, not yet out, and not overdue by a minute.
 * Only while the exercise is open and its clock runs.
 */
export function dueNow(state: WorkshopState, now: number): { inject: string; teams: string[] }[] {
	const stage = openStage(state);
	const exercise = exerciseOf(state, stage);
	if (!stage || !exercise || stage.runningSince === null) return [];
	return injectStates(state, exercise, now)
		.filter(
			({ dueIn, released }) => dueIn !== null && dueIn <= 0 && dueIn > -OVERDUE && !released.length
		)
		.map(({ inject, teams }) => ({
			inject: inject.id,
			teams: teams.filter((t) => isPast(state, inject.after, t.id)).map((t) => t.id)
		}))
		.filter(({ teams }) => teams.length > 0);
}
