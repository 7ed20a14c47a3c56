import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { ACTS, type Acted } from '../../workshop/acts';
import type { Lead } from '../../workshop/state';
import { db, once } from './index';
import { good } from './links';
import { link, user } from './schema/accounts';
import { coFacilitator, event, workshop } from './schema/workshops';
import { step, type Actor, type Outcome } from './step';

/** What a link is called that makes somebody a co-facilitator of its subject. */
export const CO_LINK = 'co-facilitator';

/** Everybody who leads a workshop: its owner, then those who came by a link, in their order. */
export function leadRows(id: string): Lead[] {
	const owner = db
		.select({ id: user.id, name: user.name, since: workshop.createdAt })
		.from(workshop)
		.innerJoin(user, eq(user.id, workshop.owner))
		.where(eq(workshop.id, id))
		.all();
	const others = db
		.select({ id: user.id, name: user.name, since: coFacilitator.at })
		.from(coFacilitator)
		.innerJoin(user, eq(user.id, coFacilitator.user))
		.where(eq(coFacilitator.workshop, id))
		.orderBy(asc(coFacilitator.at), asc(user.id))
		.all();
	return [
		...owner.map((one) => ({ ...one, owner: true })),
		...others.map((one) => ({ ...one, owner: false }))
	];
}

const leading = once(() =>
	db.$client
		.prepare<[string, string, string, string], number>(
			'select exists (select 1 from workshop where id = ? and owner = ?) or exists (select 1 from co_facilitator where workshop = ? and user = ?)'
		)
		.pluck()
);

/** Whether somebody with an account leads a workshop now, as its owner or with them. */
export function leads(id: string, facilitator: string): boolean {
	return leading().get(id, facilitator, id, facilitator) === 1;
}

/**
 * Somebody with an account leads a workshop from now on.
 * @param token of the link, which this uses up; null: it was used up to make their account
 */
export async function addCoFacilitator(
	id: string,
	facilitator: string,
	token: string | null,
	at: number
): Promise<Outcome<null, 'bad-link' | 'already'>> {
	type Why = 'bad-link' | 'already';
	const by: Actor = `facilitator:${facilitator}`;
	return step<null, Why>(id, by, 'co-facilitator-came', at, (tx, refuse) => {
		if (leads(id, facilitator)) refuse('already');
		if (token !== null) {
			const { changes } = tx
				.update(link)
				.set({ usedAt: at })
				.where(and(good(token, CO_LINK, at), eq(link.subject, id)))
				.run();
			if (!changes) refuse('bad-link');
		}
		tx.insert(coFacilitator).values({ workshop: id, user: facilitator, at }).run();
		return { value: null, data: { facilitator } };
	});
}

/** Somebody leads a workshop no more; the controls go back to the owner if they had them. */
export async function removeCoFacilitator(
	id: string,
	by: Actor,
	facilitator: string,
	at: number
): Promise<Outcome<null, 'already'>> {
	return step<null, 'already'>(id, by, 'co-facilitator-removed', at, (tx, refuse) => {
		const { changes } = tx
			.delete(coFacilitator)
			.where(and(eq(coFacilitator.workshop, id), eq(coFacilitator.user, facilitator)))
			.run();
		if (!changes) refuse('already');
		tx.update(workshop)
			.set({ controls: null })
			.where(and(eq(workshop.id, id), eq(workshop.controls, facilitator)))
			.run();
		return { value: null, data: { facilitator } };
	});
}

/** From now on this facilitator opens stages and releases injects; one who leads no more does not. */
export async function takeControls(
	id: string,
	facilitator: string,
	at: number
): Promise<Outcome<null, 'already'>> {
	const by: Actor = `facilitator:${facilitator}`;
	return step<null, 'already'>(id, by, 'controls-taken', at, (tx, refuse) => {
		if (!leads(id, facilitator)) refuse('already');
		const holder = sql`coalesce(${workshop.controls}, ${workshop.owner})`;
		const { changes } = tx
			.update(workshop)
			.set({ controls: facilitator })
			.where(and(eq(workshop.id, id), sql`${holder} <> ${facilitator}`))
			.run();
		if (!changes) refuse('already');
		return { value: null };
	});
}

/** So far back it is looked for: a vote is a step for each voter, and older things are no news. */
const STEPS = 500;

/**
 * The newest step of facilitators of which the others are told.
 * @param who their ids
 * @param version of the workshop, now
 */
export function newestAct(id: string, who: string[], version: number): Acted | undefined {
	const actors = who.map((one) => `facilitator:${one}`);
	const row = db
		.select()
		.from(event)
		.where(
			and(
				eq(event.workshop, id),
				gt(event.version, version - STEPS),
				inArray(event.by, actors),
				inArray(event.what, ACTS),
				// of the settings, what the room sees of them
				sql`(${event.what} <> 'settings-changed' or ${event.data} ->> 'projector' is not null)`
			)
		)
		.orderBy(desc(event.version))
		.limit(1)
		.get();
	const what = ACTS.find((act) => act === row?.what);
	const by = who[actors.indexOf(row?.by ?? '')];
	return row && what && by
		? { version: row.version, at: row.at, by, what, data: row.data }
		: undefined;
}
