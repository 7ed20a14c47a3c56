import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Stage, WorkshopState } from './state';
import { drawOrder, presented, timeEach, turnOn, turnsNow, type Turn } from './turns';

const MINUTE = 60_000;
const TEAMS = ['acacia', 'baobab', 'fig', 'mango', 'tamarind'];

describe('drawOrder', () => {
	test('every team has its turn, once; the same teams and number give the same order', () =>
		fc.assert(
			fc.property(fc.uniqueArray(fc.string(), { maxLength: 20 }), fc.nat(), (teams, seed) => {
				const order = drawOrder(teams, seed);
				expect(order.toSorted()).toEqual(teams.toSorted());
				expect(drawOrder(teams, seed)).toEqual(order);
			})
		));
	test('over many numbers each team stands in each place as often', () => {
		const draws = 5000;
		const places = TEAMS.map((team) => {
			const counted = TEAMS.map(() => 0);
			for (let seed = 1000; seed < 1000 + draws; seed++) {
				const place = drawOrder(TEAMS, seed).indexOf(team);
				counted[place] = (counted[place] ?? 0) + 1;
			}
			return counted;
		});
		for (const count of places.flat()) expect(Math.abs(count - draws / 5)).toBeLessThan(120);
	});
});

describe('timeEach', () => {
	test('the time of the stage, shared in whole minutes', () =>
		expect(timeEach(35 * MINUTE, 5)).toBe(7 * MINUTE));
	test('what is left over is nobody’s', () => expect(timeEach(20 * MINUTE, 3)).toBe(6 * MINUTE));
	test('never less than a minute', () => expect(timeEach(3 * MINUTE, 9)).toBe(MINUTE));
});

const turn = (team: string, position: number, change: Partial<Turn> = {}): Turn => ({
	...{ stage: 'second', team, position, seed: 7, planned: MINUTE, added: 0, spent: 0 },
	...{ runningSince: null, begunAt: null, endedAt: null },
	...change
});
const state = (turns: Turn[], openStage = 'second') => ({ turns, openStage }) as WorkshopState;

describe('turnOn', () => {
	test('none before the first and after the last', () => {
		expect(turnOn(state([turn('fig', 1)]))).toBeUndefined();
		expect(turnOn(state([turn('fig', 1, { begunAt: 1, endedAt: 2 })]))).toBeUndefined();
	});
	test('the one that was begun and not ended, of the stage that is open', () => {
		const turns = [
			turn('mango', 2, { begunAt: 3 }),
			turn('fig', 1, { begunAt: 1, endedAt: 2 }),
			turn('fig', 1, { stage: 'first', begunAt: 1 })
		];
		expect(turnOn(state(turns))?.team).toBe('mango');
		expect(turnsNow(state(turns)).map(({ team }) => team)).toEqual(['fig', 'mango']);
		expect(turnsNow(state(turns, 'third'))).toEqual([]);
	});
});

describe('presented', () => {
	const stages = ['talk', 'one', 'two', 'presentations', 'three', 'presentations', 'four'].map(
		(id, at) => ({ id: `${id} ${at}`, kind: id, exercise: id.length < 6 && at ? id : null })
	) as unknown as Stage[];
	const at = (place: number) => presented(stages, stages[place]?.id ?? '');

	test('what was worked since the presentations before', () => {
		expect(at(3)).toEqual(['one', 'two']);
		expect(at(5)).toEqual(['three']);
	});
	test('nothing where there is no such stage', () => expect(presented(stages, '')).toEqual([]));
});
