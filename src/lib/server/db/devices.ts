import { and, eq, isNull, sql } from 'drizzle-orm';
import { hashToken, newId } from '../random';
import { db, once, type Tx } from './index';
import { good } from './links';
import { link } from './schema/accounts';
import { device, person } from './schema/people';
import { workshop } from './schema/workshops';
import { step, type Actor, type Outcome } from './step';

/** What made a browser a device, and which devices of the same person it replaced. */
export interface Claimed {
	device: string;
	replaced: string[];
}

/**
 * Gives a device the name, if nobody holds it. The condition stands in the `where`: of two who
 * press at once, one gets it. While the doors are open it is given to whoever claims it, and the
 * devices that held it are let go.
 * @param token the device's secret; only its hash is kept
 */
export async function claimName(
	id: string,
	which: string,
	token: string,
	at: number
): Promise<Outcome<Claimed, 'taken' | 'no-person' | 'not-open'>> {
	type Why = 'taken' | 'no-person' | 'not-open';
	return step<Claimed, Why>(id, `person:${which}`, 'name-taken', at, (tx, refuse) => {
		const { doors } = openFor(tx, id, which) ?? refuse('no-person');
		if (doors === undefined) return refuse('not-open');
		const made = newId();
		const { changes } = tx.run(sql`
			insert into ${device} (id, person, token_hash, created_at)
			select ${made}, ${which}, ${hashToken(token)}, ${at}
			where not exists (
				select 1 from ${device} where person = ${which} and released_at is null
			)`);
		if (changes)
			return {
				value: { device: made, replaced: [] },
				data: { person: which, device: made, how: 'free' }
			};
		if (doors <= at) refuse('taken');
		const value = takeOver(tx, which, hashToken(token), at);
		return { value, data: { person: which, ...value, how: 'doors' } };
	});
}

/**
 * Until when the doors of a person's workshop are open.
 * @returns undefined where there is no such person; `doors` undefined where nobody may join
 */
function openFor(tx: Tx, id: string, which: string): { doors: number | undefined } | undefined {
	const found = tx
		.select({ status: workshop.status, doors: workshop.doorsOpenUntil })
		.from(person)
		.innerJoin(workshop, eq(workshop.id, person.workshop))
		.where(and(eq(person.id, which), eq(person.workshop, id), isNull(person.removedAt)))
		.get();
	return found && { doors: found.status === 'open' ? (found.doors ?? 0) : undefined };
}

/** Within a step: gives a name to another device and lets go those that held it. */
export function takeOver(tx: Tx, which: string, tokenHash: string, at: number): Claimed {
	const replaced = releaseDevices(tx, which, at);
	const made = newId();
	tx.insert(device).values({ id: made, person: which, tokenHash, createdAt: at }).run();
	return { device: made, replaced };
}

/** Within a step: lets go all devices of a person. @returns them */
export function releaseDevices(tx: Tx, which: string, at: number): string[] {
	return tx
		.update(device)
		.set({ releasedAt: at })
		.where(and(eq(device.person, which), isNull(device.releasedAt)))
		.returning({ id: device.id })
		.all()
		.map((row) => row.id);
}

/**
 * Makes a browser one more device of the person for whom a link was made, and uses the link up.
 * @param code of the link
 * @param token the new device's secret; only its hash is kept
 */
export async function addDevice(
	id: string,
	which: string,
	code: string,
	token: string,
	at: number
): Promise<Outcome<{ device: string }, 'bad-link' | 'not-open'>> {
	type Why = 'bad-link' | 'not-open';
	return step<{ device: string }, Why>(id, `person:${which}`, 'device-added', at, (tx, refuse) => {
		const { doors } = openFor(tx, id, which) ?? refuse('bad-link');
		if (doors === undefined) refuse('not-open');
		const { changes } = tx
			.update(link)
			.set({ usedAt: at })
			.where(and(good(code, 'device', at), eq(link.subject, which)))
			.run();
		if (!changes) refuse('bad-link');
		const made = newId();
		tx.insert(device)
			.values({ id: made, person: which, tokenHash: hashToken(token), createdAt: at })
			.run();
		return { value: { device: made }, data: { person: which, device: made } };
	});
}

/**
 * Frees a person's name: their devices are no longer let in.
 * @returns the devices
 */
export async function freeName(
	id: string,
	by: Actor,
	which: string,
	at: number
): Promise<Outcome<string[], 'not-taken'>> {
	return step<string[], 'not-taken'>(id, by, 'name-freed', at, (tx, refuse) => {
		const inWorkshop = tx
			.select({ id: person.id })
			.from(person)
			.where(and(eq(person.id, which), eq(person.workshop, id)))
			.get();
		const devices = inWorkshop ? releaseDevices(tx, which, at) : [];
		if (!devices.length) refuse('not-taken');
		return { value: devices, data: { person: which, devices } };
	});
}

/** Lets one device go: "not me". The person's other devices stay. */
export async function releaseDevice(
	id: string,
	which: string,
	one: string,
	at: number
): Promise<Outcome<null, 'already'>> {
	return step<null, 'already'>(id, `person:${which}`, 'device-left', at, (tx, refuse) => {
		const { changes } = tx
			.update(device)
			.set({ releasedAt: at })
			.where(and(eq(device.id, one), eq(device.person, which), isNull(device.releasedAt)))
			.run();
		if (!changes) refuse('already');
		return { value: null, data: { person: which, device: one } };
	});
}

const known = once(() => ({
	person: db
		.select({ person: person.id, device: device.id, workshop: person.workshop })
		.from(device)
		.innerJoin(person, eq(person.id, device.person))
		.innerJoin(workshop, eq(workshop.id, person.workshop))
		.where(
			and(
				eq(workshop.code, sql.placeholder('code')),
				eq(device.tokenHash, sql.placeholder('hash')),
				isNull(device.releasedAt),
				isNull(person.removedAt)
			)
		)
		.prepare(),
	device: db
		.select({ at: device.releasedAt })
		.from(device)
		.where(eq(device.id, sql.placeholder('id')))
		.prepare()
}));

/** The person behind a device's token, while it is let in. */
export async function personByToken(
	code: string,
	token: string
): Promise<{ person: string; device: string; workshop: string } | undefined> {
	return known().person.get({ code, hash: hashToken(token) });
}

/** Whether a device holds its name now. */
export function isLetIn(one: string): boolean {
	return known().device.get({ id: one })?.at === null;
}

/** In which workshop a person is, by its code. */
export async function workshopOf(code: string, which: string): Promise<string | undefined> {
	return db
		.select({ id: workshop.id })
		.from(person)
		.innerJoin(workshop, eq(workshop.id, person.workshop))
		.where(and(eq(person.id, which), eq(workshop.code, code), isNull(person.removedAt)))
		.get()?.id;
}
