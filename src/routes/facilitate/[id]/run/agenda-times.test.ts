import { describe, expect, test } from 'vitest';
import { agendaTimes } from './agenda-times';

const MINUTE = 60_000;
const stage = (
	id: string,
	minutes: number,
	opened: number | null,
	closed: number | null = null
) => ({
	id,
	title: id,
	planned: minutes * MINUTE,
	openedAt: opened === null ? null : opened * MINUTE,
	closedAt: closed === null ? null : closed * MINUTE
});
const clock = (minutes: number, spent: number) => ({
	planned: minutes * MINUTE,
	added: 0,
	spent: spent * MINUTE,
	runningSince: null
});

describe('agendaTimes', () => {
	test('before anything was opened there are no times', () => {
		const { lines, behind } = agendaTimes([stage('a', 30, null), stage('b', 60, null)], null, 0);
		expect(lines.map(({ start }) => start)).toEqual([null, null]);
		expect(behind).toBe(0);
	});
	test('a stage that took longer says by how much, and what follows moves', () => {
		const stages = [
			stage('a', 30, 0, 34),
			stage('b', 60, 34),
			stage('c', 10, null),
			stage('d', 5, null)
		];
		const { lines, behind } = agendaTimes(stages, { id: 'b', clock: clock(60, 20) }, 54 * MINUTE);
		expect(lines.map(({ state }) => state)).toEqual(['past', 'open', 'later', 'later']);
		expect(lines[0]?.difference).toBe(4);
		expect(lines.map(({ start }) => start && start / MINUTE)).toEqual([0, 34, 94, 104]);
		expect(behind).toBe(4);
	});
	test('a stage passed over has no time of its own', () => {
		const stages = [stage('a', 30, null), stage('b', 60, 10)];
		const { lines, behind } = agendaTimes(stages, { id: 'b', clock: clock(60, 0) }, 10 * MINUTE);
		expect(lines[0]).toMatchObject({ state: 'past', start: null, difference: null });
		expect(behind).toBe(-30);
	});
});
