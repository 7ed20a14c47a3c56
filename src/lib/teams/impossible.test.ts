import { describe, expect, test } from 'vitest';
import type { Attendee } from './attendee';
import { impossible } from './impossible';

/** So many people of each delegation; Kenya and Somalia are hosts. */
function people(numbers: Record<'Kenya' | 'Somalia' | 'Uganda', number>): Attendee[] {
	return Object.entries(numbers).flatMap(([delegation, number]) =>
		Array.from({ length: number }, (_, i) => ({
			id: `${delegation}${i}`,
			name: `${delegation} ${i}`,
			delegation,
			host: delegation !== 'Uganda',
			role: '',
			institution: '',
			gender: '',
			languages: ''
		}))
	);
}

describe('impossible', () => {
	test('is silent where every wish can be met', () => {
		expect(impossible(people({ Kenya: 5, Somalia: 6, Uganda: 1 }), { teams: 5 })).toEqual([]);
	});
	test('names a host delegation that is too small, and the most teams that work', () => {
		expect(impossible(people({ Kenya: 5, Somalia: 4, Uganda: 3 }), { teams: 5 })).toEqual([
			{ kind: 'host-everywhere', delegation: 'Somalia', people: 4, teams: 5, most: 4 }
		]);
	});
	test('names a host delegation of which nobody is here', () => {
		expect(
			impossible(people({ Kenya: 5, Somalia: 0, Uganda: 0 }), {
				teams: 2,
				hosts: ['Somalia', 'Kenya']
			})
		).toEqual([{ kind: 'host-everywhere', delegation: 'Somalia', people: 0, teams: 2, most: 0 }]);
	});
	test('says when there are more teams than people', () => {
		expect(impossible(people({ Kenya: 0, Somalia: 0, Uganda: 3 }), { teams: 4 })).toEqual([
			{ kind: 'empty-teams', people: 3, teams: 4, most: 3 }
		]);
	});
	test('names pins that keep a host delegation out of teams', () => {
		const list = people({ Kenya: 3, Somalia: 3, Uganda: 3 }).map((person, i) =>
			i < 2 ? { ...person, pinned: 1 } : person
		);
		expect(impossible(list, { teams: 3 })).toEqual([
			{ kind: 'pins-hold-host', delegation: 'Kenya', people: 3, teams: 3, without: 1 }
		]);
	});
	test('names a team to which too many are pinned', () => {
		const list = people({ Kenya: 4, Somalia: 2, Uganda: 0 }).map((person, i) =>
			i < 4 ? { ...person, pinned: i < 2 ? 0 : 1 } : person
		);
		expect(impossible(list, { teams: 2 })).toEqual([]);
		const crowded = list.map((person) => ({ ...person, pinned: 0 }));
		expect(impossible(crowded, { teams: 2 })).toContainEqual({
			kind: 'pins-crowd',
			team: 0,
			pinned: 6,
			most: 3
		});
	});
	test('names both teams where only one of them could be larger', () => {
		const list = people({ Kenya: 3, Somalia: 3, Uganda: 1 }).map((person, i) =>
			i < 6 ? { ...person, pinned: i % 2 } : person
		);
		expect(impossible(list, { teams: 3 }).filter(({ kind }) => kind === 'pins-crowd')).toEqual([
			{ kind: 'pins-crowd', team: 0, pinned: 3, most: 2 },
			{ kind: 'pins-crowd', team: 1, pinned: 3, most: 2 }
		]);
	});
});
