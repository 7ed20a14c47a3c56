import type { WorkshopState } from '../workshop/state';
import { openStage } from '../workshop/stage';
import { drawOrder, timeEach, turnOn } from '../workshop/turns';
import { heldFrom, type Actor, type Held } from './db/step';
import * as table from './db/turns';
import { keepPage, pageOf } from './presenting';
import { tellScreens } from './telling';
import { noticeTime } from './time';
import { told } from './told';

const draw = told(table.drawTurns);
const begin = told(table.beginTurn);
const run = told(table.runTurn);
const end = told(table.endTurn);

export const lengthenTurn = told(table.lengthenTurn);

/** Draws the order in which the teams present in the open stage. */
export async function drawTurns(state: WorkshopState, by: Actor, seed: number) {
	const stage = openStage(state);
	const teams = state.division?.announced ? state.division.teams : [];
	if (stage?.kind !== 'presentations') return { ok: false as const, why: 'not-open' as const };
	if (!teams.length) return { ok: false as const, why: 'no-teams' as const };
	const order = drawOrder(
		teams.map(({ id }) => id),
		seed
	);
	return draw(state.id, by, stage.id, {
		order,
		seed,
		planned: timeEach(stage.planned, teams.length)
	});
}

/** What passed unseen is left out before a speaker's clock starts or stops. */
function afterNotice<Args extends unknown[], Value>(act: (...args: Args) => Promise<Value>) {
	return async (...args: Args): Promise<Value> => {
		await noticeTime();
		return act(...args);
	};
}

export const beginTurn = afterNotice(begin);
export const runTurn = afterNotice(run);
export const endTurn = afterNotice(end);

/**
 * Turns a page of the presenting team's sheet. Nothing is stored: projectors are told.
 * @param on 1, or -1 for back
 */
export function turnPage(state: WorkshopState, by: Actor, on: 1 | -1): { ok: true } | Held {
	const held = heldFrom(by, state.id);
	if (held) return held;
	const team = turnOn(state)?.team;
	if (team !== undefined) {
		keepPage(state.id, team, pageOf(state.id, team) + on);
		tellScreens(state.id);
	}
	return { ok: true };
}
