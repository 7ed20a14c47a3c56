import { describe, expect, test } from 'vitest';
import { filtered, ownersOf, sorted } from './shown';

const line = (id: string, more: object) => ({
	id,
	horizon: 'short' as const,
	owner: '',
	owners: [],
	countries: [],
	deadline: '',
	status: 'agreed' as const,
	...more
});
const lines = [
	line('a', { owner: 'Police', countries: ['KE'], deadline: '2028-01-01' }),
	line('b', { horizon: 'immediate', owner: 'ODPP', owners: ['Police'], countries: ['SO'] }),
	line('c', { deadline: '2027-12-31', status: 'done' }),
	line('d', {})
];
const ids = (list: { id: string }[]) => list.map(({ id }) => id).join('');

describe('what is shown of the roadmap', () => {
	const all = { country: '', owner: '', status: '' };
	test('an extract for a country has its lines and those that concern all', () =>
		expect(ids(filtered(lines, { ...all, country: 'KE' }))).toBe('acd'));
	test('an owner’s lines are those they own and those they take part in', () =>
		expect(ids(filtered(lines, { ...all, owner: 'Police' }))).toBe('ab'));
	test('a status', () => expect(ids(filtered(lines, { ...all, status: 'done' }))).toBe('c'));
	test('sorted by date within the horizon, without one last', () =>
		expect(ids(sorted(lines, 'deadline'))).toBe('bcad'));
	test('the order of the room is kept', () => expect(ids(sorted(lines, ''))).toBe('bacd'));
	test('owners, each once', () => expect(ownersOf(lines)).toEqual(['ODPP', 'Police']));
});
