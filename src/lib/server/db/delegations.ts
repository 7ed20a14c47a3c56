import { and, eq } from 'drizzle-orm';
import { newId } from '../random';
import { person } from './schema/people';
import { voter } from './schema/voting';
import { delegation } from './schema/workshops';
import { step, type Actor, type Outcome } from './step';

/** Adds a delegation. */
export async function addDelegation(
	id: string,
	by: Actor,
	name: string,
	kind: 'host' | 'guest',
	at: number
): Promise<Outcome<string, 'twice'>> {
	return step<string, 'twice'>(id, by, 'delegation-added', at, (tx, refuse) => {
		const made = newId();
		const { changes } = tx
			.insert(delegation)
			.values({ id: made, workshop: id, name, kind })
			.onConflictDoNothing()
			.run();
		if (!changes) refuse('twice');
		return { value: made, data: { name, kind } };
	});
}

/** Renames a delegation, or makes a guest a host and back. */
export async function changeDelegation(
	id: string,
	by: Actor,
	which: string,
	change: { name: string; kind: 'host' | 'guest' },
	at: number
): Promise<Outcome<null, 'twice' | 'no-delegation'>> {
	return step<null, 'twice' | 'no-delegation'>(id, by, 'delegation-changed', at, (tx, refuse) => {
		const other = tx
			.select({ id: delegation.id })
			.from(delegation)
			.where(and(eq(delegation.workshop, id), eq(delegation.name, change.name)))
			.get();
		if (other && other.id !== which) refuse('twice');
		const { changes } = tx
			.update(delegation)
			.set(change)
			.where(and(eq(delegation.id, which), eq(delegation.workshop, id)))
			.run();
		if (!changes) refuse('no-delegation');
		return { value: null, data: { which, ...change } };
	});
}

/** Removes a delegation nobody belongs to, and for which nobody voted. */
export async function removeDelegation(
	id: string,
	by: Actor,
	which: string,
	at: number
): Promise<Outcome<null, 'has-people' | 'no-delegation'>> {
	return step<null, 'has-people' | 'no-delegation'>(
		id,
		by,
		'delegation-removed',
		at,
		(tx, refuse) => {
			const has =
				tx.select({ id: person.id }).from(person).where(eq(person.delegation, which)).get() ??
				tx.select({ id: voter.id }).from(voter).where(eq(voter.delegation, which)).get();
			if (has) refuse('has-people');
			const { changes } = tx
				.delete(delegation)
				.where(and(eq(delegation.id, which), eq(delegation.workshop, id)))
				.run();
			if (!changes) refuse('no-delegation');
			return { value: null, data: { which } };
		}
	);
}
