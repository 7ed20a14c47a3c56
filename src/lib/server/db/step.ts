import { and, desc, eq, sql } from 'drizzle-orm';
import { eventHash } from './chain';
import { db, type Tx } from './index';
import { user } from './schema/accounts';
import { event, workshop } from './schema/workshops';
import { versionMoved } from './version';

/** Who caused a step. */
export type Actor =
	| `facilitator:${string}`
	| `person:${string}`
	| `screen:${string}`
	/** A browser that waits at the door, by its request. */
	| `door:${string}`
	| 'clock'
	/** Somebody who votes: the event names them by their id as a voter. */
	| 'voter'
	/** It began again from a copy. */
	| 'server';

/** Why a step was not taken; the workshop is as before. */
export interface Refused<Why extends string> {
	ok: false;
	why: Why;
}

/** A step that moves the room, and whoever would take it does not hold the controls. */
export interface Held extends Refused<'no-controls'> {
	/** Name of who holds them. */
	holder: string;
}

/** A step taken: the workshop's new version and what the step gave. */
export interface Taken<Value> {
	ok: true;
	workshop: string;
	version: number;
	value: Value;
}

export type Outcome<Value, Why extends string = never> = Taken<Value> | Refused<Why>;

/** Adds to the list of what happened, chained to the event before. */
export function append(tx: Tx, said: typeof event.$inferInsert): void {
	const last = tx
		.select({ hash: event.hash })
		.from(event)
		.where(eq(event.workshop, said.workshop))
		.orderBy(desc(event.version))
		.limit(1)
		.get();
	const hash = eventHash(last?.hash ?? null, { ...said, data: JSON.stringify(said.data) });
	tx.insert(event)
		.values({ ...said, hash })
		.run();
}

class Undo<No> extends Error {
	constructor(readonly no: No) {
		super('refused');
	}
}

/** What a step changes, with its event's data; `refuse` ends it and undoes what it did so far. */
type Work<Value, No> = (
	tx: Tx,
	refuse: (no: No) => never
) => { value: Value; data?: Record<string, unknown> };

/**
 * One whole step as one transaction: what it changes, the event that says so, and the workshop's
 * next version. Its conditions stand in its `where`s; it calls `refuse` when a row
 * count says no, which ends the step and undoes what it did so far.
 * @param id the workshop
 * @param by who causes it
 * @param what name of the event, past tense
 * @param at ms since 1970
 * @param work changes rows and gives the value and the event's data
 */
export function step<Value, Why extends string = never>(
	id: string,
	by: Actor,
	what: string,
	at: number,
	work: Work<Value, Why>
): Outcome<Value, Why> {
	return take<Value, Refused<Why>>(id, by, what, at, (tx, refuse) =>
		work(tx, (why) => refuse({ ok: false, why }))
	);
}

/**
 * The same for a step that moves the room. Of several facilitators only the one who holds the
 * controls takes it, asked in its transaction: what is pressed before somebody else takes them and
 * comes after is refused.
 */
export function roomStep<Value, Why extends string = never>(
	id: string,
	by: Actor,
	what: string,
	at: number,
	work: Work<Value, Why>
): Outcome<Value, Why> | Held {
	return take<Value, Refused<Why> | Held>(id, by, what, at, (tx, refuse) => {
		const held = heldFrom(by, id, tx);
		if (held) return refuse(held);
		return work(tx, (why) => refuse({ ok: false, why }));
	});
}

/** Whether another facilitator than who acts holds a workshop's controls; the clock needs none. */
export function heldFrom(by: Actor, id: string, on: Pick<Tx, 'select'> = db): Held | undefined {
	if (!by.startsWith('facilitator:')) return undefined;
	const other = on
		.select({ holder: user.name })
		.from(workshop)
		.innerJoin(user, eq(user.id, sql`coalesce(${workshop.controls}, ${workshop.owner})`))
		.where(and(eq(workshop.id, id), sql`'facilitator:' || ${user.id} <> ${by}`))
		.get();
	return other && { ok: false, why: 'no-controls', ...other };
}

function take<Value, No>(
	id: string,
	by: Actor,
	what: string,
	at: number,
	work: Work<Value, No>
): Taken<Value> | No {
	try {
		return db.transaction((tx) => {
			const { value, data = {} } = work(tx, (no) => {
				throw new Undo(no);
			});
			const moved = tx
				.update(workshop)
				.set({ version: sql`${workshop.version} + 1` })
				.where(eq(workshop.id, id))
				.returning({ version: workshop.version })
				.get();
			if (!moved) throw new Error(`no workshop ${id}`);
			append(tx, { workshop: id, version: moved.version, at, by, what, data });
			return { ok: true, workshop: id, version: moved.version, value };
		});
	} catch (error) {
		if (error instanceof Undo) return error.no as No;
		throw error;
	} finally {
		versionMoved(id);
	}
}
