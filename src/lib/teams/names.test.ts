import { describe, expect, test } from 'vitest';
import { teamNames } from './names';
import { teamsFor } from './size';

describe('teamNames', () => {
	test('are always the same, and more teams only add names', () => {
		expect(teamNames(5)).toEqual(['Acacia', 'Baobab', 'Fig', 'Mango', 'Tamarind']);
		expect(teamNames(40).slice(0, 5)).toEqual(teamNames(5));
	});
	test('are all different, however many', () => {
		expect(new Set(teamNames(200)).size).toBe(200);
	});
	test('the first forty are single words', () => {
		for (const name of teamNames(40)) expect(name).toMatch(/^[A-Z][a-z]+$/);
	});
});

describe('teamsFor', () => {
	test('comes nearest to the size', () => {
		expect(teamsFor(33, 7)).toBe(5);
		expect(teamsFor(30, 6)).toBe(5);
	});
	test('is at least one team and never an empty one', () => {
		expect(teamsFor(3, 10)).toBe(1);
		expect(teamsFor(0, 6)).toBe(1);
		expect(teamsFor(3, 0)).toBe(3);
	});
});
