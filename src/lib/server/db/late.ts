import { and, asc, eq } from 'drizzle-orm';
import type { LateState } from '../../protocol/sheet';
import { db, type Tx } from './index';
import { device, person } from './schema/people';
import { late, sheet, sheetClient } from './schema/sheets';
import { appendUpdates, type LogRow } from './sheets';
import { step, type Actor, type Outcome } from './step';

/** What a device brought after its sheet was closed. */
export interface Bundle {
	bytes: Uint8Array;
	state: LateState;
}

/** A bundle that waits. */
export interface WaitingBundle {
	sheet: string;
	device: string;
	/** ms since 1970 */
	at: number;
	bytes: Uint8Array;
}

/** Which bundle, as the facilitator saw it: a newer one of that device has another time. */
export interface Which {
	sheet: string;
	device: string;
	at: number;
}

/** The latest bundle of a device for a sheet. */
export function bundleOf(which: string, from: string): Bundle | undefined {
	return db
		.select({ bytes: late.bytes, state: late.state })
		.from(late)
		.where(and(eq(late.sheet, which), eq(late.device, from)))
		.get();
}

/**
 * Keeps a bundle; the one this device brought before is replaced.
 * @param clients Yjs client ids that the device writes under
 */
export function keepBundle(
	workshop: string,
	by: Actor,
	{ sheet: id, device: from, at, bytes }: WaitingBundle,
	clients: number[]
): Outcome<null> {
	return step(workshop, by, 'late-kept', at, (tx) => {
		const value = { at, bytes: Buffer.from(bytes), state: 'waiting', decidedAt: null } as const;
		tx.insert(late)
			.values({ sheet: id, device: from, ...value })
			.onConflictDoUpdate({ target: [late.sheet, late.device], set: value })
			.run();
		for (const client of clients)
			tx.insert(sheetClient)
				.values({ sheet: id, client, device: from })
				.onConflictDoNothing()
				.run();
		return { value: null, data: { sheet: id, device: from, bytes: bytes.length } };
	});
}

/** The bundles of a workshop that wait, each with the name of whose it is, the oldest first. */
export function waitingBundles(workshop: string): (WaitingBundle & { name: string })[] {
	return db
		.select({
			sheet: late.sheet,
			device: late.device,
			name: person.name,
			at: late.at,
			bytes: late.bytes
		})
		.from(late)
		.innerJoin(sheet, eq(late.sheet, sheet.id))
		.innerJoin(device, eq(late.device, device.id))
		.innerJoin(person, eq(device.person, person.id))
		.where(and(eq(sheet.workshop, workshop), eq(late.state, 'waiting')))
		.orderBy(asc(late.at))
		.all();
}

/** The facilitator takes a bundle in: it becomes a row of the log, in the same transaction. */
export function acceptBundle(
	workshop: string,
	by: Actor,
	which: Which,
	row: LogRow | undefined
): Outcome<null, 'read-again'> {
	const at = row?.at ?? Date.now();
	return step<null, 'read-again'>(workshop, by, 'late-accepted', at, (tx, refuse) => {
		if (!decide(tx, which, 'accepted', at)) refuse('read-again');
		if (row) appendUpdates([row], []);
		return { value: null, data: { sheet: which.sheet, device: which.device } };
	});
}

/** The facilitator leaves a bundle out. Its bytes stay: they say what this copy may not bring again. */
export async function declineBundle(
	workshop: string,
	by: Actor,
	which: Which,
	at: number
): Promise<Outcome<null, 'read-again'>> {
	return step<null, 'read-again'>(workshop, by, 'late-declined', at, (tx, refuse) => {
		if (!decide(tx, which, 'declined', at)) refuse('read-again');
		return { value: null, data: { sheet: which.sheet, device: which.device } };
	});
}

/** The sheet was opened again and the device brought what waited: nothing is left to decide. */
export function settleBundle(
	workshop: string,
	by: Actor,
	which: Omit<Which, 'at'>,
	at: number
): Outcome<null, 'already'> {
	return step<null, 'already'>(workshop, by, 'late-came', at, (tx, refuse) => {
		if (!decide(tx, which, 'accepted', at)) refuse('already');
		return { value: null, data: which };
	});
}

function decide(
	tx: Tx,
	{ sheet: id, device: from, at }: Omit<Which, 'at'> & { at?: number },
	state: 'accepted' | 'declined',
	now: number
): boolean {
	const { changes } = tx
		.update(late)
		.set({ state, decidedAt: now })
		.where(
			and(
				eq(late.sheet, id),
				eq(late.device, from),
				eq(late.state, 'waiting'),
				at === undefined ? undefined : eq(late.at, at)
			)
		)
		.run();
	return changes > 0;
}
