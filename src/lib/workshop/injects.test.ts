import { describe, expect, test } from 'vitest';
import { fixture, workshopState } from '../../../tests/fixtures/state';
import { dueNow, injectStates, isPast } from './injects';
import type { WorkshopState } from './state';

const MINUTE = 60_000;
const paused = workshopState(fixture('tests/fixtures/scenarios/canary'));
const running = (spent: number): WorkshopState => ({
	...paused,
	stages: paused.stages.map((stage, index) =>
		index === 0 ? { ...stage, spent, runningSince: 0 } : stage
	)
});

describe('dueNow', () => {
	test('an inject with a time falls due by spent time, for its side', () => {
		expect(dueNow(running(9.9 * MINUTE), 0)).toEqual([]);
		expect(dueNow(running(10 * MINUTE), 0)).toEqual([
			{ inject: 'for-requesting', teams: ['acacia'] }
		]);
		expect(dueNow(running(9 * MINUTE), MINUTE)).toHaveLength(1);
	});
	test('a paused clock releases nothing', () => {
		const stages = paused.stages.map((stage) => ({ ...stage, spent: 10 * MINUTE }));
		expect(dueNow({ ...paused, stages }, 0)).toEqual([]);
	});
	test('one that is out is not released again', () => {
		const releases = [{ inject: 'for-requesting', team: 'acacia', at: 1 }];
		expect(dueNow({ ...running(10 * MINUTE), releases }, 0)).toEqual([]);
	});
	test('one that is overdue by a minute is offered, not released', () =>
		expect(dueNow(running(11 * MINUTE), 0)).toEqual([]));
	test('one released by hand never falls due', () =>
		expect(dueNow(running(10 * MINUTE), 0).map((one) => one.inject)).not.toContain('hand'));
});

describe('injectStates', () => {
	test('tells for whom an inject is, who has it, and when it falls due', () => {
		const releases = [{ inject: 'hand', team: 'acacia', at: 7 }];
		const [hand, , side] = injectStates({ ...paused, releases }, paused.scenario.exercises[0]!, 0);
		expect(hand?.teams.map((team) => team.name)).toEqual(['Acacia', 'Baobab']);
		expect(hand?.released).toEqual(releases);
		expect(hand?.dueIn).toBeNull();
		expect(side?.teams.map((team) => team.name)).toEqual(['Acacia']);
		expect(side?.dueIn).toBe(10 * MINUTE);
	});
});

describe('isPast', () => {
	test('what waits for nothing is there, what waits for an inject waits team by team', () => {
		const state = { ...paused, releases: [{ inject: 'hand', team: 'acacia', at: 7 }] };
		expect(isPast(state, undefined, 'baobab')).toBe(true);
		expect(isPast(state, 'hand', 'acacia')).toBe(true);
		expect(isPast(state, 'hand', 'baobab')).toBe(false);
	});
});
