import { describe, expect, test } from 'vitest';
import { missTime, resumeClock, saveClock } from '../../src/lib/server/db/clocks';
import { show } from '../../src/lib/server/db/settings';
import {
	beginTurn,
	drawTurns as keepDraw,
	endTurn,
	lengthenTurn,
	runTurn
} from '../../src/lib/server/db/turns';
import { running } from '../../src/lib/server/db/workshops';
import { stateOf } from '../../src/lib/server/state';
import { drawTurns } from '../../src/lib/server/turns';
import { openStageOf } from '../../src/lib/server/workshops';
import { left, spent } from '../../src/lib/workshop/clock';
import { turnOn, turnsNow } from '../../src/lib/workshop/turns';
import { openWorkshop } from './workshop';

const by = 'facilitator:rosa';
const MINUTE = 60_000;
const fresh = async (id: string) => (await stateOf(id))!;

/** A workshop whose presentations are open. */
async function presenting(teams = 2) {
	const state = await openWorkshop({ teams, people: teams * 2 });
	const stage = state.stages.find(({ kind }) => kind === 'presentations')!;
	await openStageOf(state.id, by, stage.id, state.openStage);
	return { state: await fresh(state.id), id: state.id, stage: stage.id };
}

/** The same with the order drawn. */
async function drawn(teams?: number) {
	const all = await presenting(teams);
	await drawTurns(all.state, by, 7);
	const order = turnsNow(await fresh(all.id)).map(({ team }) => team);
	const [first, second] = order as [string, string];
	return { ...all, order, first, second };
}

const on = async (id: string) => turnOn(await fresh(id));

describe('drawTurns', () => {
	test('gives every team its turn and its share of the time, the number kept with it', async () => {
		const { id, state, order } = await drawn(3);
		expect(order.toSorted()).toEqual(state.division!.teams.map((team) => team.id).sort());
		for (const turn of turnsNow(await fresh(id)))
			expect(turn).toMatchObject({ seed: 7, planned: 11 * MINUTE, begunAt: null });
	});
	test('can be done again while nobody has begun, and not after', async () => {
		const { id, state, stage, first, order } = await drawn(3);
		expect(await drawTurns(state, by, 8)).toMatchObject({ ok: true });
		expect(turnsNow(await fresh(id)).map(({ seed }) => seed)).toEqual([8, 8, 8]);
		await drawTurns(state, by, 7);
		expect(turnsNow(await fresh(id)).map(({ team }) => team)).toEqual(order);
		await beginTurn(id, by, stage, first, 5);
		await endTurn(id, by, stage, first, 6);
		expect(await drawTurns(state, by, 8)).toEqual({ ok: false, why: 'begun' });
		expect(turnsNow(await fresh(id)).map(({ team }) => team)).toEqual(order);
	});
	test('only in an open stage of presentations, of this workshop', async () => {
		const exercise = await openWorkshop();
		expect(await drawTurns(exercise, by, 7)).toEqual({ ok: false, why: 'not-open' });
		const other = await presenting();
		const draw = { order: [], seed: 1, planned: 1 };
		expect(await keepDraw(exercise.id, by, other.stage, draw, 5)).toEqual({
			ok: false,
			why: 'not-open'
		});
	});
});

describe('a turn', () => {
	test('begins with its clock running and ends the one before; the projector shows it', async () => {
		const { id, stage, first, second } = await drawn();
		await beginTurn(id, by, stage, first, 1000);
		expect(await on(id)).toMatchObject({ team: first, runningSince: 1000 });
		expect((await fresh(id)).projector).toBe('presentation');
		expect(await beginTurn(id, by, stage, first, 2000)).toEqual({ ok: false, why: 'already' });
		await beginTurn(id, by, stage, second, 61_000);
		expect(await on(id)).toMatchObject({ team: second, runningSince: 61_000 });
		expect(turnsNow(await fresh(id))[0]).toMatchObject({
			...{ spent: MINUTE, runningSince: null, begunAt: 1000, endedAt: 61_000 }
		});
	});
	test('pauses, goes on, and is given another minute', async () => {
		const { id, stage, first } = await drawn();
		await beginTurn(id, by, stage, first, 0);
		const at = async (now: number) => left((await on(id))!, now);
		await runTurn(id, by, stage, first, false, 10_000);
		expect(await runTurn(id, by, stage, first, false, 11_000)).toMatchObject({ why: 'already' });
		const all = (await on(id))!.planned;
		expect(await at(90_000)).toBe(all - 10_000);
		await runTurn(id, by, stage, first, true, 90_000);
		await lengthenTurn(id, by, stage, first, MINUTE, 91_000);
		expect(await at(95_000)).toBe(all + MINUTE - 15_000);
		await endTurn(id, by, stage, first, 95_000);
		expect(await on(id)).toBeUndefined();
		expect(await lengthenTurn(id, by, stage, first, MINUTE, 96_000)).toMatchObject({
			why: 'already'
		});
	});
	test('that was ended by mistake goes on with the time it had left', async () => {
		const { id, stage, first } = await drawn();
		await beginTurn(id, by, stage, first, 0);
		await endTurn(id, by, stage, first, 10_000);
		await beginTurn(id, by, stage, first, 60_000);
		expect(spent((await on(id))!, 65_000)).toBe(15_000);
	});
	test('ends with its stage, and nothing of it moves afterwards', async () => {
		const { id, state, stage, first } = await drawn();
		await beginTurn(id, by, stage, first, Date.now());
		const next = state.stages.find(({ kind }) => kind === 'debrief')!;
		await openStageOf(id, by, next.id, stage);
		const { turns, projector } = await fresh(id);
		expect(turns.find(({ team }) => team === first)).toMatchObject({ runningSince: null });
		expect(turns.find(({ team }) => team === first)?.endedAt).not.toBeNull();
		expect(projector).toBe('running');
		for (const outcome of [
			await beginTurn(id, by, stage, first, 5),
			await runTurn(id, by, stage, first, true, 5),
			await endTurn(id, by, stage, first, 5)
		])
			expect(outcome).toEqual({ ok: false, why: 'not-open' });
	});
	test('leaves a black projector black', async () => {
		const { id, stage, first } = await drawn();
		await show(id, by, { projector: 'black' }, 1);
		await beginTurn(id, by, stage, first, 2);
		expect((await fresh(id)).projector).toBe('black');
	});
});

describe('the speaker’s clock', () => {
	test('is not told of time that nobody saw, whether the stage’s clock runs or not', async () => {
		const { id, stage, first } = await drawn();
		await beginTurn(id, by, stage, first, 0);
		expect(await running()).toContain(id);
		await saveClock(id, 5000);
		expect(await missTime(id, { slept: 40_000, shifted: 0 }, 50_000)).toMatchObject({ ok: true });
		expect(spent((await on(id))!, 50_000)).toBe(10_000);
		expect((await fresh(id)).missed).toMatchObject([{ what: 'slept', ms: 40_000 }]);
		expect((await fresh(id)).stages.find((one) => one.id === stage)).toMatchObject({ gap: 0 });
	});
	test('counts nothing of a long time without the program', async () => {
		const { id, stage, first } = await drawn();
		await beginTurn(id, by, stage, first, 0);
		await saveClock(id, 10_000);
		expect(await resumeClock(id, 20_000)).toBeUndefined();
		expect(await resumeClock(id, 100_000)).toMatchObject({ ok: true });
		expect(spent((await on(id))!, 101_000)).toBe(11_000);
		await endTurn(id, by, stage, first, 102_000);
		expect(await running()).not.toContain(id);
		expect(await missTime(id, { slept: 40_000, shifted: 0 }, 150_000)).toEqual({
			ok: false,
			why: 'not-running'
		});
	});
});
