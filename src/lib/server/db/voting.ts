import { and, eq, gt, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Stance } from '../../plenary/vote';
import { newId } from '../random';
import type { Tx } from './index';
import { person } from './schema/people';
import { ballot, ballotItem, vote, voter } from './schema/voting';
import { step, type Outcome } from './step';

/** What one voter says of one item. */
export interface Said {
	ballot: string;
	item: string;
	stance: Stance | null;
	dots: number;
	reason: string;
}

/** Why a vote was not taken. `own-vote`: they have voted on it themselves. */
export type VoteRefusal = 'no-vote' | 'no-person' | 'observer' | 'own-vote' | 'too-many-dots';

/**
 * Takes a person's vote on an item; the one before it is replaced, on whatever device it was cast.
 * The event names the voter's id and not the person. What comes after the vote was closed is kept
 * as an event, and not counted.
 * @param among items whose dots are taken from what a voter has: those that are still there
 * @param proxy entered by a facilitator, for somebody without a device: never over their own
 */
export async function castVote(
	workshop: string,
	who: string,
	{ ballot: which, item, stance, dots, reason }: Said,
	proxy: boolean,
	among: readonly string[],
	at: number
): Promise<Outcome<'taken' | 'late', VoteRefusal>> {
	return step<'taken' | 'late', VoteRefusal>(workshop, 'voter', 'vote-cast', at, (tx, refuse) => {
		const put = tx
			.select({ budget: ballot.dots, closedAt: ballot.closedAt })
			.from(ballotItem)
			.innerJoin(ballot, eq(ballot.id, ballotItem.ballot))
			.where(and(eq(ballot.id, which), eq(ballot.workshop, workshop), eq(ballotItem.item, item)))
			.get();
		if (!put || (put.budget === null ? dots !== 0 : stance !== null)) return refuse('no-vote');
		const closed = put.closedAt !== null;
		const by = voterOf(tx, workshop, which, who, closed, refuse);
		const said = { item, stance, dots, reason: stance === 'object' ? reason : '', proxy };
		const data = { ballot: which, voter: by.id, delegation: by.delegation, ...said };
		if (closed) return { value: 'late', data: { ...data, late: true } };
		if (proxy && hasOwn(tx, by.id, item)) refuse('own-vote');
		if (given(tx, by.id, item, among) + dots > (put.budget ?? 0)) refuse('too-many-dots');
		const set = { stance, dots, reason: said.reason, proxy, at };
		tx.insert(vote)
			.values({ voter: by.id, item, ...set })
			.onConflictDoUpdate({ target: [vote.voter, vote.item], set })
			.run();
		return { value: 'taken', data };
	});
}

/** The voter a person is in a vote, from now on if not yet. */
function voterOf(
	tx: Tx,
	workshop: string,
	which: string,
	who: string,
	closed: boolean,
	refuse: (why: VoteRefusal) => never
): { id: string; delegation: string } {
	const found = tx
		.select({ delegation: person.delegation, standing: person.standing })
		.from(person)
		.where(and(eq(person.id, who), eq(person.workshop, workshop), isNull(person.removedAt)))
		.get();
	if (!found) return refuse('no-person');
	if (found.standing === 'observer') refuse('observer');
	// A closed vote takes in nobody any more.
	if (closed) return { id: newId(), delegation: found.delegation };
	tx.insert(voter)
		.values({ id: newId(), ballot: which, person: who, delegation: found.delegation })
		.onConflictDoNothing()
		.run();
	const known = tx
		.select()
		.from(voter)
		.where(and(eq(voter.ballot, which), eq(voter.person, who)))
		.get();
	if (!known) return refuse('no-person');
	if (known.withdrawnAt === null) return known;
	// Was off the list for a while: what they said before does not come back, nor does the id.
	const id = newId();
	tx.delete(vote).where(eq(vote.voter, known.id)).run();
	tx.update(voter).set({ id, withdrawnAt: null }).where(eq(voter.id, known.id)).run();
	return { ...known, id };
}

/** Whether a voter said something of an item on a device of theirs. */
function hasOwn(tx: Tx, who: string, item: string): boolean {
	const says = or(isNotNull(vote.stance), gt(vote.dots, 0));
	const own = and(eq(vote.voter, who), eq(vote.item, item), eq(vote.proxy, false), says);
	return tx.select({ item: vote.item }).from(vote).where(own).get() !== undefined;
}

/** Dots a voter gave to other items. */
function given(tx: Tx, who: string, but: string, among: readonly string[]): number {
	const sum = tx
		.select({ dots: sql<number>`coalesce(sum(${vote.dots}), 0)` })
		.from(vote)
		.where(and(eq(vote.voter, who), ne(vote.item, but), inArray(vote.item, [...among])))
		.get();
	return sum?.dots ?? 0;
}

/**
 * Somebody is on the list no more, or is an observer now: in a vote that is open their votes do
 * not count; a closed one stands. Part of the step that takes them off.
 * @returns their ids as voters, for that step's event
 */
export function withdrawVotes(tx: Tx, who: string, at: number): string[] {
	return tx
		.update(voter)
		.set({ withdrawnAt: at })
		.where(
			and(
				eq(voter.person, who),
				isNull(voter.withdrawnAt),
				sql`${voter.ballot} in (select ${ballot.id} from ${ballot} where ${ballot.closedAt} is null)`
			)
		)
		.returning({ id: voter.id })
		.all()
		.map(({ id }) => id);
}

/** Somebody is of another delegation now: in a vote that is open, so are their votes. */
export function moveVotes(
	tx: Tx,
	who: string,
	delegation: string
): { voter: string; delegation: string }[] {
	return tx
		.update(voter)
		.set({ delegation })
		.where(
			and(
				eq(voter.person, who),
				ne(voter.delegation, delegation),
				sql`${voter.ballot} in (select ${ballot.id} from ${ballot} where ${ballot.closedAt} is null)`
			)
		)
		.returning({ voter: voter.id, delegation: voter.delegation })
		.all();
}
