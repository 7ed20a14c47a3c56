import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Ballot, BallotItem } from '../../plenary/ballot';
import { counts, type Vote } from '../../plenary/vote';
import { db } from './index';
import { ballot, ballotItem, vote, voter } from './schema/voting';
import { event } from './schema/workshops';

/** What an event of a vote says; see `voting.ts`. */
interface Told {
	ballot: string;
	items?: BallotItem[];
	dots?: number | null;
	named?: boolean;
	late?: true;
	/** Whose votes count no more. */
	voters?: string[];
	/** Who votes for another delegation from now on. */
	moved?: { voter: string; delegation: string }[];
}

/** Which is the newest vote of a workshop, and whether it is open; null: there was none. */
export function ballotRow(workshop: string): { id: string; open: boolean } | null {
	const row = newestRow(workshop);
	return row ? { id: row.id, open: row.closedAt === null } : null;
}

function newestRow(workshop: string) {
	return db
		.select()
		.from(ballot)
		.where(eq(ballot.workshop, workshop))
		.orderBy(desc(ballot.openedAt), desc(ballot.id))
		.limit(1)
		.get();
}

/** The newest vote of a workshop with all votes that count; null: there was none. */
export function newestBallot(workshop: string): Ballot | null {
	const row = newestRow(workshop);
	return row ? read(row) : null;
}

/** Any vote of a workshop, by its id. */
export function ballotById(workshop: string, id: string): Ballot | null {
	const which = and(eq(ballot.workshop, workshop), eq(ballot.id, id));
	const row = db.select().from(ballot).where(which).get();
	return row ? read(row) : null;
}

function read(row: typeof ballot.$inferSelect): Ballot {
	const { id, workshop, dots, named, openedAt, closedAt } = row;
	const voters = db
		.select({ id: voter.id, person: voter.person, delegation: voter.delegation })
		.from(voter)
		.where(and(eq(voter.ballot, id), isNull(voter.withdrawnAt)))
		.all();
	const votes = db
		.select({ vote, delegation: voter.delegation })
		.from(vote)
		.innerJoin(voter, eq(voter.id, vote.voter))
		.where(and(eq(voter.ballot, id), isNull(voter.withdrawnAt)))
		.all();
	return {
		id,
		dots,
		named,
		openedAt,
		closedAt,
		items: itemRows(id),
		voters,
		votes: votes
			.map(({ vote: { at: _at, ...one }, delegation }) => ({ ...one, delegation }))
			.filter(counts),
		late: lateVotes(workshop, id)
	};
}

function itemRows(which: string): BallotItem[] {
	return db
		.select()
		.from(ballotItem)
		.where(eq(ballotItem.ballot, which))
		.orderBy(asc(ballotItem.position))
		.all()
		.map(({ ballot: _ballot, position: _position, ...item }) => item);
}

/** How many votes came after a vote was closed, counted once for each voter and item. */
function lateVotes(workshop: string, which: string): number {
	const found = db
		.select({
			count: sql<number>`count(distinct ${event.data} ->> 'voter' || ' ' || (${event.data} ->> 'item'))`
		})
		.from(event)
		.where(
			and(
				eq(event.workshop, workshop),
				eq(event.what, 'vote-cast'),
				sql`${event.data} ->> 'ballot' = ${which}`,
				sql`${event.data} ->> 'late'`
			)
		)
		.get();
	return found?.count ?? 0;
}

const TOLD = [
	'vote-opened',
	'vote-widened',
	'vote-closed',
	'vote-reopened',
	'vote-made-anonymous',
	'vote-cast',
	'person-removed',
	'person-changed'
];

/**
 * The newest vote as it was at an earlier time, from what each step says of it.
 * @param until ms since 1970
 */
export function ballotAt(workshop: string, until: number): Ballot | null {
	const steps = db
		.select({ at: event.at, what: event.what, data: event.data })
		.from(event)
		.where(and(eq(event.workshop, workshop), lte(event.at, until), inArray(event.what, TOLD)))
		.orderBy(asc(event.version))
		.all();
	let now: Ballot | null = null;
	for (const { at, what, data } of steps) {
		const told = data as unknown as Told;
		if (what === 'vote-opened') now = opened(told, at);
		else if (now) now = after(now, what, told, at, data as unknown as Vote);
	}
	return now && asSeenNow(workshop, { ...now, votes: now.votes.filter(counts) });
}

function opened({ ballot: id, items = [], dots = null, named = false }: Told, at: number): Ballot {
	return { id, dots, named, openedAt: at, closedAt: null, items, voters: [], votes: [], late: 0 };
}

function after(now: Ballot, what: string, told: Told, at: number, cast: Vote): Ballot {
	if (what.startsWith('person-'))
		return {
			...now,
			votes: moved(now.votes, told).filter(({ voter: by }) => !told.voters?.includes(by))
		};
	if (told.ballot !== now.id) return now;
	switch (what) {
		case 'vote-widened': {
			const put = new Set(told.items?.map(({ item }) => item));
			const others = now.items.filter(({ item }) => !put.has(item));
			const votes = now.votes.filter(({ item }) => !put.has(item));
			return { ...now, items: [...others, ...(told.items ?? [])], votes };
		}
		case 'vote-closed':
			return { ...now, closedAt: at };
		case 'vote-reopened':
			return { ...now, closedAt: null };
		case 'vote-made-anonymous':
			return { ...now, named: false };
		default: {
			if (told.late) return { ...now, late: now.late + 1 };
			const { voter: by, delegation, item, stance, dots, reason, proxy } = cast;
			const others = now.votes.filter((one) => one.voter !== by || one.item !== item);
			const own = { voter: by, delegation, item, stance, dots, reason, proxy };
			return { ...now, votes: [...others, own] };
		}
	}
}

const moved = (votes: readonly Vote[], told: Told): Vote[] =>
	votes.map((one) => ({
		...one,
		delegation: told.moved?.find(({ voter: by }) => by === one.voter)?.delegation ?? one.delegation
	}));

/** What is hidden now is hidden as of any time: a vote made anonymous since, or opened again. */
function asSeenNow(workshop: string, then: Ballot): Ballot {
	const now = ballotById(workshop, then.id);
	return {
		...then,
		named: then.named && now?.named === true,
		closedAt: now?.closedAt == null ? null : then.closedAt,
		voters: votersOf(then)
	};
}

function votersOf({ id, votes }: Ballot): Ballot['voters'] {
	const voted = new Set(votes.map((one) => one.voter));
	return db
		.select({ id: voter.id, person: voter.person, delegation: voter.delegation })
		.from(voter)
		.where(eq(voter.ballot, id))
		.all()
		.filter((one) => voted.has(one.id));
}
