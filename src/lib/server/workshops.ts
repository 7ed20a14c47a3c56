import type { AgendaLine } from '../scenario/scenario';
import { openStage, teamOf } from '../workshop/stage';
import * as clocks from './db/clocks';
import * as delegations from './db/delegations';
import * as screens from './db/screens';
import * as settings from './db/settings';
import * as stages from './db/stages';
import type { Actor } from './db/step';
import * as table from './db/workshops';
import { announce } from './facts';
import { keepScenario } from './scenarios';
import { stateByCode, stateOf } from './state';
import { noticeTime } from './time';
import { told } from './told';

export { stateByCode, stateOf };

/** What the Prepare page asks for. */
export interface Prepared {
	slug: string;
	title: string;
	place: string;
	/** ISO dates */
	from: string;
	to: string;
	hosts: string[];
	guests: string[];
	/** Ids of the exercises to hold. */
	exercises: string[];
}

/**
 * Makes a workshop from a scenario, and keeps the edition it begins with.
 * @returns the new workshop's id
 */
export async function makeWorkshop(
	owner: string,
	prepared: Prepared
): Promise<{ ok: true; id: string } | { ok: false; why: 'no-scenario' | 'no-exercise' }> {
	const kept = await keepScenario(prepared.slug);
	if (!kept) return { ok: false, why: 'no-scenario' };
	const held = (line: AgendaLine) =>
		line.exercise === undefined || prepared.exercises.includes(line.exercise);
	const agenda = kept.scenario.agenda.filter(held);
	if (!agenda.some((line) => line.exercise)) return { ok: false, why: 'no-exercise' };
	const { title, place, from, to, hosts, guests } = prepared;
	const made = { owner, edition: kept.edition, title, place, from, to, hosts, guests, agenda };
	return { ok: true, id: await table.insertWorkshop(made, Date.now()) };
}

export const workshopLines = table.workshopLines;
export const setSettings = told(settings.setSettings);
export const show = told(settings.show);
export const setStatus = told(settings.setStatus);
export const addDelegation = told(delegations.addDelegation);
export const changeDelegation = told(delegations.changeDelegation);
export const removeDelegation = told(delegations.removeDelegation);
export const setAgenda = told(settings.setAgenda);
export const lengthen = told(clocks.lengthen);
export const settleGap = told(clocks.settleGap);
export const releaseInject = told(stages.releaseInject);

const open = told(stages.openStage);
const run = told(clocks.runClock);

/** Starts or pauses the clock of the open stage. */
export async function runClock(...args: Parameters<typeof run>): ReturnType<typeof run> {
	await noticeTime();
	return run(...args);
}

/**
 * Opens a stage for everybody, the teams of the announced division working it.
 * @param expected the stage that was open on the facilitator's page, or null
 */
export async function openStageOf(
	id: string,
	by: Actor,
	stage: string,
	expected: string | null
): ReturnType<typeof open> {
	await noticeTime();
	const state = await stateOf(id);
	return open(id, by, stage, expected, state?.division?.announced ? state.division.id : null);
}

const markDone = told(stages.setDone);

/** "We are done" for the open stage, or "not done after all", by anybody in the team. */
export async function setDone(
	id: string,
	person: string,
	is: boolean
): Promise<{ ok: true } | { ok: false; why: 'no-team' | 'not-open' | 'already' }> {
	const state = await stateOf(id);
	const team = state && teamOf(state, person);
	if (!team) return { ok: false, why: 'no-team' };
	const stage = openStage(state);
	if (!stage?.exercise) return { ok: false, why: 'not-open' };
	return markDone(id, `person:${person}`, team.id, stage.id, person, is);
}

/** Id of the team in which a person sits now. */
export async function teamOfPerson(id: string, person: string): Promise<string | undefined> {
	const state = await stateOf(id);
	return state && teamOf(state, person)?.id;
}

/** Shows a workshop on the projector that shows these six characters. */
export async function pairScreen(id: string, by: Actor, code: string) {
	const outcome = await told(screens.pairScreen)(id, by, code);
	if (outcome.ok) announce({ kind: 'screen', screen: outcome.value });
	return outcome;
}

/** Lets the projectors of a workshop go. */
export async function releaseScreens(id: string, by: Actor) {
	const outcome = await told(screens.releaseScreens)(id, by);
	if (outcome.ok) for (const screen of outcome.value) announce({ kind: 'screen', screen });
	return outcome;
}
