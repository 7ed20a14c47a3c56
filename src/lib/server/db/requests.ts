import { and, asc, count, desc, eq, isNull, ne } from 'drizzle-orm';
import type { NameRequest, TakenOver } from '../../workshop/state';
import { hashToken, newId } from '../random';
import { takeOver, type Claimed } from './devices';
import { db, type Tx } from './index';
import { insertPerson, type NewPerson } from './people';
import { nameRequest, person } from './schema/people';
import { event, workshop } from './schema/workshops';
import { step, type Actor, type Outcome } from './step';

/** More than that are no people in a room. */
const MOST_WAITING = 100;

/** What somebody at the door asks for: a name that is taken, or to be put on the list. */
export type Wish = { person: string } | { name: string; delegation: string };

/** Whom the one who waits becomes: somebody of the list, or somebody new on it. */
export type Seat = { person: string } | { entry: NewPerson };

function isOpen(tx: Tx, id: string): boolean {
	const open = and(eq(workshop.id, id), eq(workshop.status, 'open'));
	return tx.select({ id: workshop.id }).from(workshop).where(open).get() !== undefined;
}

function isListed(tx: Tx, id: string, which: string): boolean {
	const listed = and(eq(person.id, which), eq(person.workshop, id), isNull(person.removedAt));
	return tx.select({ id: person.id }).from(person).where(listed).get() !== undefined;
}

/**
 * Puts somebody in the facilitator's queue. One request a browser: a newer one replaces it.
 * @param token the waiting browser's secret, that of its device once it is let in; only its hash is kept
 * @param before the secret it held until now
 */
export async function askName(
	id: string,
	wish: Wish,
	token: string,
	before: string | undefined,
	at: number
): Promise<Outcome<null, 'no-person' | 'not-open' | 'too-many'>> {
	type Why = 'no-person' | 'not-open' | 'too-many';
	const made = newId();
	return step<null, Why>(id, `door:${made}`, 'name-asked', at, (tx, refuse) => {
		if (!isOpen(tx, id)) refuse('not-open');
		const which = 'person' in wish ? wish.person : null;
		if (which !== null && !isListed(tx, id, which)) refuse('no-person');
		if (before !== undefined)
			tx.delete(nameRequest)
				.where(and(eq(nameRequest.tokenHash, hashToken(before)), ne(nameRequest.state, 'granted')))
				.run();
		const waiting = tx
			.select({ waiting: count() })
			.from(nameRequest)
			.where(and(eq(nameRequest.workshop, id), eq(nameRequest.state, 'waiting')))
			.get();
		if ((waiting?.waiting ?? 0) >= MOST_WAITING) refuse('too-many');
		tx.insert(nameRequest)
			.values({
				id: made,
				workshop: id,
				person: which,
				...('name' in wish && wish),
				tokenHash: hashToken(token),
				at
			})
			.run();
		return { value: null, data: { person: which } };
	});
}

/** Takes back what a browser asked for. */
export async function withdrawRequest(
	id: string,
	request: string,
	at: number
): Promise<Outcome<null, 'already'>> {
	return step<null, 'already'>(id, `door:${request}`, 'name-not-asked', at, (tx, refuse) => {
		const { changes } = tx
			.delete(nameRequest)
			.where(
				and(
					eq(nameRequest.id, request),
					eq(nameRequest.workshop, id),
					ne(nameRequest.state, 'granted')
				)
			)
			.run();
		if (!changes) refuse('already');
		return { value: null };
	});
}

/**
 * Lets in whoever waits: their browser is a device of the person from then on, and those that held
 * the name are let go. Of two facilitators who answer at once, one does.
 */
export async function grantRequest(
	id: string,
	by: Actor,
	request: string,
	seat: Seat,
	at: number
): Promise<Outcome<Claimed, 'already' | 'no-person' | 'not-open'>> {
	type Why = 'already' | 'no-person' | 'not-open';
	return step<Claimed, Why>(id, by, 'name-taken', at, (tx, refuse) => {
		if (!isOpen(tx, id)) refuse('not-open');
		const asked = tx
			.update(nameRequest)
			.set({ state: 'granted', decidedAt: at })
			.where(waitsIn(id, request))
			.returning({ tokenHash: nameRequest.tokenHash })
			.get();
		if (!asked) return refuse('already');
		const which = 'person' in seat ? seat.person : insertPerson(tx, id, seat.entry);
		if (!isListed(tx, id, which)) refuse('no-person');
		const value = takeOver(tx, which, asked.tokenHash, at);
		const how = 'person' in seat ? 'granted' : 'added';
		return { value, data: { person: which, ...value, how } };
	});
}

/** Says no to whoever waits. */
export async function declineRequest(
	id: string,
	by: Actor,
	request: string,
	at: number
): Promise<Outcome<null, 'already'>> {
	return step<null, 'already'>(id, by, 'name-declined', at, (tx, refuse) => {
		const { changes } = tx
			.update(nameRequest)
			.set({ state: 'declined', decidedAt: at })
			.where(waitsIn(id, request))
			.run();
		if (!changes) refuse('already');
		return { value: null, data: { request } };
	});
}

const waitsIn = (id: string, request: string) =>
	and(eq(nameRequest.id, request), eq(nameRequest.workshop, id), eq(nameRequest.state, 'waiting'));

/**
 * Opens the doors: until then a taken name may be claimed without asking.
 * @param until ms since 1970; null closes them
 */
export async function openDoors(
	id: string,
	by: Actor,
	until: number | null,
	at: number
): Promise<Outcome<null, 'not-open'>> {
	const what = until === null ? 'doors-closed' : 'doors-opened';
	return step<null, 'not-open'>(id, by, what, at, (tx, refuse) => {
		const { changes } = tx
			.update(workshop)
			.set({ doorsOpenUntil: until })
			.where(and(eq(workshop.id, id), eq(workshop.status, 'open')))
			.run();
		if (!changes) refuse('not-open');
		return { value: null, data: { until } };
	});
}

/** What a browser asked for in the workshop with this code, and what became of it. */
export async function requestByToken(code: string, token: string) {
	const { id, workshop: where, name, state } = nameRequest;
	return db
		.select({ id, workshop: where, name, of: person.name, state })
		.from(nameRequest)
		.innerJoin(workshop, eq(workshop.id, nameRequest.workshop))
		.leftJoin(person, eq(person.id, nameRequest.person))
		.where(and(eq(workshop.code, code), eq(nameRequest.tokenHash, hashToken(token))))
		.get();
}

/** Who waits at the door, oldest first, and which names came to a device by more than being free. */
export async function doorRows(
	id: string
): Promise<{ waiting: NameRequest[]; taken: TakenOver[] }> {
	const { id: which, person: whose, name, delegation, at } = nameRequest;
	const waiting = db
		.select({ id: which, person: whose, name, delegation, at })
		.from(nameRequest)
		.where(and(eq(nameRequest.workshop, id), eq(nameRequest.state, 'waiting')))
		.orderBy(asc(nameRequest.at), asc(nameRequest.id))
		.all();
	const events = db
		.select({ data: event.data, at: event.at })
		.from(event)
		.where(and(eq(event.workshop, id), eq(event.what, 'name-taken')))
		.orderBy(desc(event.version))
		.all();
	const taken = events.flatMap(({ data, at: when }) => {
		const { person: who, how } = data as { person: string; how?: TakenOver['how'] | 'free' };
		return how === undefined || how === 'free' ? [] : [{ person: who, how, at: when }];
	});
	return { waiting, taken };
}
