import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { BallotItem } from '../../plenary/ballot';
import { newId } from '../random';
import type { Tx } from './index';
import { ballot, ballotItem, vote, voter } from './schema/voting';
import { roomStep, type Actor, type Held, type Outcome } from './step';

/** How a vote is held. */
export interface Manner {
	/** How many dots each voter has; null: they say support, can accept or object. */
	dots: number | null;
	/** The room sees who voted what, once it is closed. */
	named: boolean;
}

function putItems(tx: Tx, which: string, items: readonly BallotItem[], from: number): void {
	items.forEach((item, at) =>
		tx
			.insert(ballotItem)
			.values({ ballot: which, position: from + at, ...item })
			.onConflictDoUpdate({ target: [ballotItem.ballot, ballotItem.item], set: item })
			.run()
	);
}

/**
 * Opens a vote on items, in their words of now.
 * @returns its id
 */
export async function openBallot(
	workshop: string,
	by: Actor,
	manner: Manner,
	items: BallotItem[],
	at: number
): Promise<Outcome<string, 'already' | 'no-text'> | Held> {
	return roomStep<string, 'already' | 'no-text'>(workshop, by, 'vote-opened', at, (tx, refuse) => {
		if (items.length === 0) refuse('no-text');
		const open = tx
			.select({ id: ballot.id })
			.from(ballot)
			.where(and(eq(ballot.workshop, workshop), isNull(ballot.closedAt)))
			.get();
		if (open) refuse('already');
		const id = newId();
		tx.insert(ballot)
			.values({ id, workshop, ...manner, openedAt: at })
			.run();
		putItems(tx, id, items, 1);
		return { value: id, data: { ballot: id, ...manner, items } };
	});
}

/** Puts more items to an open vote; one whose sources changed is put anew, and its votes begin again. */
export async function addItems(
	workshop: string,
	by: Actor,
	which: string,
	items: BallotItem[],
	at: number
): Promise<Outcome<null, 'no-vote' | 'no-text'> | Held> {
	return roomStep<null, 'no-vote' | 'no-text'>(workshop, by, 'vote-widened', at, (tx, refuse) => {
		if (items.length === 0) refuse('no-text');
		if (!isOpen(tx, workshop, which)) refuse('no-vote');
		const put = new Map(
			tx
				.select()
				.from(ballotItem)
				.where(eq(ballotItem.ballot, which))
				.all()
				.map(({ item, sources }) => [item, sources.join()])
		);
		// What somebody else put a moment ago keeps its votes.
		const fresh = items.filter(({ item, sources }) => put.get(item) !== sources.join());
		for (const { item } of fresh)
			tx.delete(vote)
				.where(
					and(
						eq(vote.item, item),
						sql`${vote.voter} in (select ${voter.id} from ${voter} where ${voter.ballot} = ${which})`
					)
				)
				.run();
		const last = tx
			.select({ most: sql<number>`coalesce(max(${ballotItem.position}), 0)` })
			.from(ballotItem)
			.where(eq(ballotItem.ballot, which))
			.get();
		putItems(tx, which, fresh, (last?.most ?? 0) + 1);
		return { value: null, data: { ballot: which, items: fresh } };
	});
}

function isOpen(tx: Tx, workshop: string, which: string): boolean {
	const found = tx
		.select({ id: ballot.id })
		.from(ballot)
		.where(and(eq(ballot.id, which), eq(ballot.workshop, workshop), isNull(ballot.closedAt)))
		.get();
	return found !== undefined;
}

/** Closes a vote: nothing that comes from now on counts, and its result may be seen. */
export async function closeBallot(
	workshop: string,
	by: Actor,
	which: string,
	at: number
): Promise<Outcome<null, 'already'> | Held> {
	return roomStep<null, 'already'>(workshop, by, 'vote-closed', at, (tx, refuse) => {
		const { changes } = tx
			.update(ballot)
			.set({ closedAt: at })
			.where(and(eq(ballot.id, which), eq(ballot.workshop, workshop), isNull(ballot.closedAt)))
			.run();
		if (!changes) refuse('already');
		return { value: null, data: { ballot: which } };
	});
}

/** Opens the newest vote again: everybody may change their mind, and the result is hidden. */
export async function reopenBallot(
	workshop: string,
	by: Actor,
	which: string,
	at: number
): Promise<Outcome<null, 'already'> | Held> {
	return roomStep<null, 'already'>(workshop, by, 'vote-reopened', at, (tx, refuse) => {
		const newest = tx
			.select({ id: ballot.id, closedAt: ballot.closedAt })
			.from(ballot)
			.where(eq(ballot.workshop, workshop))
			.orderBy(desc(ballot.openedAt), desc(ballot.id))
			.limit(1)
			.get();
		if (newest?.id !== which || newest.closedAt === null) refuse('already');
		tx.update(ballot).set({ closedAt: null }).where(eq(ballot.id, which)).run();
		return { value: null, data: { ballot: which } };
	});
}

/** From now on the room does not see who voted what. Once begun, the way back is closed. */
export async function hideNames(
	workshop: string,
	by: Actor,
	which: string,
	at: number
): Promise<Outcome<null, 'already'> | Held> {
	return roomStep<null, 'already'>(workshop, by, 'vote-made-anonymous', at, (tx, refuse) => {
		const { changes } = tx
			.update(ballot)
			.set({ named: false })
			.where(and(eq(ballot.id, which), eq(ballot.workshop, workshop), eq(ballot.named, true)))
			.run();
		if (!changes) refuse('already');
		return { value: null, data: { ballot: which } };
	});
}
