import type { Decision } from './decision';
import type { JointWords, Plenary, Source } from './joint';
import type { RoadmapLine } from './roadmap';
import { counts, type Vote } from './vote';

/** What the plenary votes on and decides: a joint recommendation, or one that stands alone. */
export interface Item extends JointWords {
	/** Of the joint recommendation, or of its one source. */
	id: string;
	sources: Source[];
}

/** An item in the words it had when it was put to the vote. */
export interface BallotItem extends JointWords {
	item: string;
	/** Ids of its sources then. */
	sources: string[];
}

/** A vote of the room. */
export interface Ballot {
	id: string;
	/** How many dots each voter has; null: they say support, can accept or object. */
	dots: number | null;
	/** The room sees who voted what, once it is closed. */
	named: boolean;
	/** ms since 1970 */
	openedAt: number;
	/** ms since 1970; null: it is open. */
	closedAt: number | null;
	items: BallotItem[];
	/** Who has voted and whose votes count. */
	voters: { id: string; person: string; delegation: string }[];
	/** Of those voters. */
	votes: Vote[];
	/** How many votes came after it was closed: kept, not counted. */
	late: number;
}

/** What came of the plenary. */
export interface Outcome {
	/** The newest vote. */
	ballot: Ballot | null;
	/** By item. */
	decisions: ReadonlyMap<string, Decision>;
	/** Of all that was ever adopted, whether it is now or not. */
	lines: RoadmapLine[];
}

/** Nothing was voted on or decided. */
export const NO_OUTCOME: Outcome = { ballot: null, decisions: new Map(), lines: [] };

/** What the room can vote on: joint recommendations first, then those that stand alone. */
export function itemsOf({ joints, alone }: Plenary): Item[] {
	return [
		...joints,
		...alone.map((source) => ({
			id: source.id,
			name: '',
			text: source.text,
			owner: source.owner,
			horizon: source.horizon,
			sources: [source]
		}))
	];
}

/**
 * Items whose votes count: they are still there, and every source they had when the vote was
 * opened is still in them.
 */
export function standing(ballot: Pick<Ballot, 'items'>, items: readonly Item[]): BallotItem[] {
	const now = new Map(items.map(({ id, sources }) => [id, new Set(sources.map((one) => one.id))]));
	return ballot.items.filter(({ item, sources }) =>
		sources.every((one) => now.get(item)?.has(one))
	);
}

/** Votes on what still counts. */
export function standingVotes(
	ballot: Pick<Ballot, 'items' | 'votes'>,
	items: readonly Item[]
): Vote[] {
	const put = new Set(standing(ballot, items).map(({ item }) => item));
	return ballot.votes.filter(({ item }) => put.has(item));
}

/** Items that came after the vote was opened, or were taken apart since. */
export function notPut(ballot: Pick<Ballot, 'items'>, items: readonly Item[]): Item[] {
	const put = new Set(standing(ballot, items).map(({ item }) => item));
	return items.filter(({ id }) => !put.has(id));
}

/** How many have said something of each item. */
export function votersByItem(ballot: Ballot | null): Record<string, number> {
	const said = (ballot?.votes ?? []).filter(counts);
	return Object.fromEntries(
		[...Map.groupBy(said, ({ item }) => item)].map(([item, votes]) => [item, votes.length])
	);
}

/** Lines of what is adopted now and still there, as the roadmap has them. */
export function adoptedLines({ decisions, lines }: Outcome, items: readonly Item[]): RoadmapLine[] {
	const there = new Set(items.map(({ id }) => id));
	return lines.filter(({ item }) => decisions.get(item) === 'adopt' && there.has(item));
}
