import { describe, expect, test } from 'vitest';
import { fixture, workshopState } from '../../../tests/fixtures/state';
import { exerciseOf, nextStage, openStage, previousStage, teamOf, wasOpened } from './stage';

const state = workshopState(fixture('tests/fixtures/scenarios/canary'));
const [first, second] = state.stages;

describe('openStage, nextStage, previousStage', () => {
	test('walk the agenda in order', () => {
		expect(openStage(state)).toBe(first);
		expect(nextStage(state)).toBe(second);
		expect(previousStage(state)).toBeUndefined();
		expect(previousStage({ ...state, openStage: second!.id })).toBe(first);
		expect(nextStage({ ...state, openStage: second!.id })).toBeUndefined();
	});
	test('before the start the first stage is next', () =>
		expect(nextStage({ ...state, openStage: null })).toBe(first));
});

describe('exerciseOf', () => {
	test('is the exercise that a stage works, and none for a talk', () => {
		expect(exerciseOf(state, first)?.id).toBe('lorry');
		expect(exerciseOf(state, { ...first!, exercise: null })).toBeUndefined();
	});
});

describe('wasOpened', () => {
	test('an exercise may be read once its stage was opened', () => {
		expect(wasOpened(state, 'lorry')).toBe(true);
		expect(wasOpened(state, 'what-next')).toBe(false);
	});
});

describe('teamOf', () => {
	test('nobody has a team before the teams are announced', () => {
		expect(teamOf(state, 'asha')?.name).toBe('Acacia');
		const division = { ...state.division!, announced: false };
		expect(teamOf({ ...state, division }, 'asha')).toBeUndefined();
	});
});
