import { byCodeUnit, plain } from '../people/plain';
import type { Attendee } from './attendee';
import { genderGroup } from './gender-group';
import { roleGroup } from './role-group';

/** What is spread over the teams, from the most to the least important. */
export const CRITERIA = ['host', 'guests', 'guest', 'role', 'gender', 'group'] as const;

/** For each criterion, for each person, the number of the class they belong to; -1 for none. */
export interface Traits {
	classes: Int32Array[];
	/** How many classes each criterion has. */
	counts: number[];
}

/** The class in which a criterion puts a person; empty where it says nothing of them. */
function classOf(criterion: (typeof CRITERIA)[number], person: Attendee): string {
	switch (criterion) {
		case 'host':
			return person.host ? plain(person.delegation) : '';
		case 'guests':
			return person.host ? '' : 'guests';
		case 'guest':
			return person.host ? '' : plain(person.delegation);
		case 'role':
			return plain(person.role);
		case 'gender':
			return genderGroup(person.gender);
		case 'group':
			return roleGroup(person.role) === 'other' ? '' : roleGroup(person.role);
	}
}

/** Numbers the classes of a list of people, by the order of their texts. */
export function traits(people: readonly Attendee[]): Traits {
	const counts: number[] = [];
	const classes = CRITERIA.map((criterion) => {
		const words = people.map((person) => classOf(criterion, person));
		const known = [...new Set(words.filter(Boolean))].sort(byCodeUnit);
		const numbers = new Map(known.map((word, i) => [word, i]));
		counts.push(known.length);
		return Int32Array.from(words, (word) => numbers.get(word) ?? -1);
	});
	return { classes, counts };
}

/** A list of people in an order that follows from what is said of them, not from who listed them. */
export function byContent<P extends Attendee>(people: readonly P[]): P[] {
	const keyed = people.map((person) => ({
		person,
		key: JSON.stringify([
			person.name,
			person.delegation,
			person.host,
			person.role,
			person.institution,
			person.gender,
			person.languages,
			person.pinned ?? -1
		])
	}));
	return keyed.sort((a, b) => byCodeUnit(a.key, b.key)).map(({ person }) => person);
}
