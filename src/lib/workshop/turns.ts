import { random, shuffled } from '../teams/random';
import type { Clock } from './clock';
import type { Stage, WorkshopState } from './state';

/** A team's turn to present; its clock is the speaker's. */
export interface Turn extends Clock {
	/** Id of the stage in which it presents. */
	stage: string;
	team: string;
	/** From 1. */
	position: number;
	/** Of the draw of the order. */
	seed: number;
	/** ms since 1970; null: not yet */
	begunAt: number | null;
	endedAt: number | null;
}

const MINUTE = 60_000;

/**
 * The order in which teams present: every order is as likely.
 * @param teams the same ones in the same order, with the same number, give the same again
 */
export function drawOrder(teams: readonly string[], seed: number): string[] {
	return shuffled(teams, random(seed));
}

/** Time for each speaker in whole minutes, at least one, in ms. @param planned of the stage, ms */
export function timeEach(planned: number, teams: number): number {
	return Math.max(1, Math.floor(planned / MINUTE / Math.max(1, teams))) * MINUTE;
}

/** The turns of the open stage, in their order. */
export function turnsNow({ turns, openStage }: WorkshopState): Turn[] {
	return turns
		.filter(({ stage }) => stage === openStage)
		.sort((one, other) => one.position - other.position);
}

/** The turn that is on: begun and not ended. */
export function turnOn(state: WorkshopState): Turn | undefined {
	return turnsNow(state).find(({ begunAt, endedAt }) => begunAt !== null && endedAt === null);
}

/**
 * The exercises whose work is presented in a stage: those before it on the agenda, back to the
 * presentations before.
 */
export function presented(stages: readonly Stage[], stage: string): string[] {
	const at = stages.findIndex(({ id }) => id === stage);
	const before = stages.slice(0, Math.max(0, at));
	const from = before.findLastIndex(({ kind }) => kind === 'presentations') + 1;
	return before.slice(from).flatMap(({ exercise }) => exercise ?? []);
}
