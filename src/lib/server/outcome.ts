import { itemsOf, standing, type BallotItem, type Item, type Outcome } from '../plenary/ballot';
import type { Decision } from '../plenary/decision';
import { HORIZONS } from '../sheet/layout';
import type { WorkshopState } from '../workshop/state';
import * as ballots from './db/ballots';
import * as decisions from './db/roadmap';
import type { Actor } from './db/step';
import * as votes from './db/voting';
import { ballotAt, newestBallot } from './db/voting-rows';
import { announce } from './facts';
import { plenaryOf } from './plenary';
import { stateOf } from './state';
import { told } from './told';

export type { Manner } from './db/ballots';
export type { Said } from './db/voting';

const open = told(ballots.openBallot);
const add = told(ballots.addItems);
const settle = told(decisions.decide);

export const closeVote = told(ballots.closeBallot);
export const reopenVote = told(ballots.reopenBallot);
export const hideNames = told(ballots.hideNames);
export const writeLine = told(decisions.writeLine);
export const moveLine = told(decisions.moveLine);

/**
 * What was voted and decided in a workshop.
 * @param at ms since 1970: as it was then, else as it is
 */
export function outcomeOf(workshop: string, at?: number): Outcome {
	return at === undefined
		? { ballot: newestBallot(workshop), ...decisions.decidedRows(workshop) }
		: { ballot: ballotAt(workshop, at), ...decisions.decidedAt(workshop, at) };
}

const asPut = ({ id, name, text, owner, horizon, sources }: Item): BallotItem => ({
	item: id,
	name,
	text,
	owner,
	horizon,
	sources: sources.map((one) => one.id)
});

/**
 * Opens a vote on what the plenary has now.
 * @param only ids of the items that are put to it; all where it is left out
 */
export async function openVote(
	state: WorkshopState,
	by: Actor,
	manner: ballots.Manner,
	only?: ReadonlySet<string>
) {
	const items = itemsOf(await plenaryOf(state))
		.filter(({ id }) => !only || only.has(id))
		// as people read them
		.sort((a, b) => HORIZONS.indexOf(a.horizon) - HORIZONS.indexOf(b.horizon));
	return open(state.id, by, manner, items.map(asPut));
}

/** Puts items to the open vote that came since, or were taken apart. @param which their ids */
export async function addToVote(
	state: WorkshopState,
	by: Actor,
	ballot: string,
	which: ReadonlySet<string>
) {
	const items = itemsOf(await plenaryOf(state)).filter(({ id }) => which.has(id));
	return add(state.id, by, ballot, items.map(asPut));
}

/**
 * Takes a vote. Who leads is told within a second; the others' pages do not change by it, and
 * sixty people voting at once would have each told of each.
 */
export async function castVote(workshop: string, person: string, said: votes.Said, proxy = false) {
	const state = await stateOf(workshop);
	const { ballot } = outcomeOf(workshop);
	const items = state && ballot ? standing(ballot, itemsOf(await plenaryOf(state))) : [];
	const among = items.map(({ item }) => item);
	const outcome = await votes.castVote(workshop, person, said, proxy, among, Date.now());
	if (outcome.ok) announce({ kind: 'vote', workshop });
	return outcome;
}

/** Decides of an item; in `null` it is undecided again. */
export async function decideItem(
	state: WorkshopState,
	by: Actor,
	item: string,
	decided: Decision | null
) {
	const found = itemsOf(await plenaryOf(state)).find(({ id }) => id === item);
	if (!found) return { ok: false as const, why: 'changed-meanwhile' as const };
	const { horizon, sources } = found;
	const [text, owner] = [found.text.trim(), found.owner.trim()];
	const countries = [...new Set(sources.flatMap((one) => one.countries))].sort();
	const answers = sources.find((one) => one.answers)?.answers ?? '';
	const others = new Set(sources.map((one) => one.owner.trim()).filter(Boolean));
	for (const one of others) if (one.toLowerCase() === owner.toLowerCase()) others.delete(one);
	const words = { text, owner, horizon, owners: [...others], countries, answers };
	return settle(state.id, by, item, decided, words);
}
