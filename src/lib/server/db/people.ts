import { and, asc, count, eq, inArray, isNull, min } from 'drizzle-orm';
import type { Entry } from '../../people/person';
import { newId } from '../random';
import { releaseDevices } from './devices';
import { db, type Tx } from './index';
import { device, person, read } from './schema/people';
import { membership, part } from './schema/teams';
import { delegation } from './schema/workshops';
import { moveVotes, withdrawVotes } from './voting';
import { step, type Actor, type Outcome } from './step';

/** A row of a list, with the columns Baraza has no use for. */
export interface NewPerson extends Entry {
	extra: [string, string][];
}

function delegationId(tx: Tx, id: string, name: string): string {
	const found = tx
		.select({ id: delegation.id })
		.from(delegation)
		.where(and(eq(delegation.workshop, id), eq(delegation.name, name)))
		.get();
	if (found) return found.id;
	const made = newId();
	tx.insert(delegation).values({ id: made, workshop: id, name, kind: 'guest' }).run();
	return made;
}

/**
 * Adds people. A delegation the workshop lacks becomes a guest: whoever calls has asked.
 * @returns the ids, in the order given
 */
export async function insertPeople(
	id: string,
	by: Actor,
	people: NewPerson[],
	at: number
): Promise<Outcome<string[]>> {
	return step(id, by, 'people-added', at, (tx) => {
		const ids = people.map((one) => insertPerson(tx, id, one));
		return { value: ids, data: { count: ids.length } };
	});
}

/**
 * Adds one person within a step.
 * @returns their id
 */
export function insertPerson(tx: Tx, id: string, { delegation: name, ...rest }: NewPerson): string {
	const made = newId();
	tx.insert(person)
		.values({ id: made, workshop: id, delegation: delegationId(tx, id, name), ...rest })
		.run();
	return made;
}

/** Changes one person of the list. */
export async function updatePerson(
	id: string,
	by: Actor,
	which: string,
	entry: Entry,
	at: number
): Promise<Outcome<null, 'no-person'>> {
	return step<null, 'no-person'>(id, by, 'person-changed', at, (tx, refuse) => {
		const { delegation: name, ...rest } = entry;
		const to = delegationId(tx, id, name);
		const { changes } = tx
			.update(person)
			.set({ ...rest, delegation: to })
			.where(and(eq(person.id, which), eq(person.workshop, id), isNull(person.removedAt)))
			.run();
		if (!changes) refuse('no-person');
		const voters = entry.standing === 'observer' ? withdrawVotes(tx, which, at) : [];
		return { value: null, data: { person: which, voters, moved: moveVotes(tx, which, to) } };
	});
}

/**
 * Takes a person off the list and out of their team. What they wrote stays.
 * @returns their devices, which are no longer let in
 */
export async function removePerson(
	id: string,
	by: Actor,
	which: string,
	at: number
): Promise<Outcome<string[], 'no-person'>> {
	return step<string[], 'no-person'>(id, by, 'person-removed', at, (tx, refuse) => {
		const { changes } = tx
			.update(person)
			.set({ removedAt: at })
			.where(and(eq(person.id, which), eq(person.workshop, id), isNull(person.removedAt)))
			.run();
		if (!changes) refuse('no-person');
		tx.update(membership)
			.set({ to: at })
			.where(and(eq(membership.person, which), isNull(membership.to)))
			.run();
		tx.delete(part).where(eq(part.person, which)).run();
		const voters = withdrawVotes(tx, which, at);
		return { value: releaseDevices(tx, which, at), data: { person: which, voters } };
	});
}

/** The list of a workshop, removed people left out, with when each first joined and their devices. */
export async function peopleRows(id: string) {
	return db
		.select({
			person,
			from: delegation.name,
			joinedAt: min(device.createdAt),
			devices: count(device.id)
		})
		.from(person)
		.innerJoin(delegation, eq(delegation.id, person.delegation))
		.leftJoin(device, and(eq(device.person, person.id), isNull(device.releasedAt)))
		.where(and(eq(person.workshop, id), isNull(person.removedAt)))
		.groupBy(person.id)
		.orderBy(asc(person.name), asc(person.id))
		.all();
}

/** Notes that somebody has opened an inject. */
export async function markRead(
	id: string,
	who: string,
	inject: string,
	at: number
): Promise<Outcome<null, 'already'>> {
	return step<null, 'already'>(id, `person:${who}`, 'inject-read', at, (tx, refuse) => {
		const { changes } = tx
			.insert(read)
			.values({ person: who, inject, at })
			.onConflictDoNothing()
			.run();
		if (!changes) refuse('already');
		return { value: null, data: { inject } };
	});
}

/** Who has opened which inject. */
export async function readRows(people: string[]): Promise<{ person: string; inject: string }[]> {
	if (!people.length) return [];
	return db
		.select({ person: read.person, inject: read.inject })
		.from(read)
		.where(inArray(read.person, people))
		.all();
}
