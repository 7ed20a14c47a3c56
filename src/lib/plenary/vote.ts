import type { Delegation } from '../people/person';

/** What a voter can say of a recommendation. */
export const STANCES = ['support', 'accept', 'object'] as const;

export type Stance = (typeof STANCES)[number];

/** A vote as it counts: one of one voter on one item. */
export interface Vote {
	/** Stands for a person and says not who it is. */
	voter: string;
	/** Id of the voter's delegation. */
	delegation: string;
	item: string;
	/** null: taken back, or dots were given instead. */
	stance: Stance | null;
	dots: number;
	/** Of an objection, '' where none was given. */
	reason: string;
	/** A facilitator entered it. */
	proxy: boolean;
}

/** Delegations whose votes are shown together. */
export interface VoteGroup {
	/** Ids of the delegations. */
	delegations: string[];
	/** Several small ones, or guests, shown as one. */
	joined: boolean;
	/** Who voted. */
	voters: number;
}

/** How many said what. */
export interface Count {
	support: number;
	accept: number;
	object: number;
	dots: number;
	/** Who said anything of the item; with dots, who gave any to anything. */
	voters: number;
}

/** How an item fared. */
export interface ItemTally {
	item: string;
	total: Count;
	/** In the order of the groups; null: so few that it would tell who voted what. */
	groups: (Count | null)[];
	/** Index of the group with the smallest share of support; null: all have the same. */
	least: number | null;
	/** For the order: see {@link score}; of the least supportive group, else of all. */
	score: number;
	objections: Objection[];
}

/** An objection, said or unsaid. */
export interface Objection {
	voter: string;
	/** Index of the voter's group; null: it would tell who it is. */
	group: number | null;
	reason: string;
}

/** Fewer voters than these are shown with others. */
const FEW = 2;
/** Guests fewer than these are one group. */
const FEW_GUESTS = 4;

/** The suggested number of dots: the square root of the number of items, rounded. */
export const suggestedDots = (items: number): number => Math.max(1, Math.round(Math.sqrt(items)));

/** Whether a vote says anything. */
export const counts = ({ stance, dots }: Pick<Vote, 'stance' | 'dots'>): boolean =>
	stance !== null || dots > 0;

/**
 * Which delegations are shown by themselves. A delegation with fewer than two voters counts with
 * the guests; guests fewer than four are one group, else those with fewer than two voters are. A
 * group of one voter is left out: that vote is in the total only.
 * @param delegations hosts first; their order is kept
 * @param votes that count
 */
export function voteGroups(
	delegations: readonly Delegation[],
	votes: readonly Pick<Vote, 'voter' | 'delegation'>[]
): VoteGroup[] {
	const voters = (ids: string[]) =>
		new Set(votes.filter((one) => ids.includes(one.delegation)).map((one) => one.voter)).size;
	const guests = delegations.filter(({ kind }) => kind === 'guest').map(({ id }) => id);
	const together = voters(guests) < FEW_GUESTS ? guests : [];
	const alone = (id: string) => !together.includes(id) && voters([id]) >= FEW;
	const rest = delegations.map(({ id }) => id).filter((id) => !alone(id) && voters([id]) > 0);
	return [
		...delegations
			.filter(({ id }) => alone(id))
			.map(({ id }) => ({ delegations: [id], joined: false, voters: voters([id]) })),
		...(voters(rest) >= FEW
			? [{ delegations: rest, joined: rest.length > 1, voters: voters(rest) }]
			: [])
	];
}

/**
 * What an item's support is worth for the order: the expected share of support of which so many
 * voters are a sample, by Laplace's rule of succession (P. S. Laplace, Essai philosophique sur les
 * probabilités, 1814). Two of two weigh less than twenty of twenty.
 * @returns above 0 and below 1
 */
export const score = ({ support, voters }: Pick<Count, 'support' | 'voters'>): number =>
	(support + 1) / (voters + 2);

/**
 * Counts the votes. Each item is ordered by the support in its least supportive group, so that
 * no delegation is outvoted unseen.
 * @param items ids, in the order in which equals stand
 * @param dots dots were given: whoever gives one supports, and is a part of all who voted on
 * anything, since who gives none had others to give them to
 * @returns the best supported first
 */
export function tally(
	items: readonly string[],
	votes: readonly Vote[],
	groups: readonly VoteGroup[],
	dots = false
): ItemTally[] {
	const groupOf = (delegation: string) =>
		groups.findIndex((group) => group.delegations.includes(delegation));
	const counted = Map.groupBy(votes.filter(counts), ({ item }) => item);
	const everybody = new Set(votes.filter(counts).map(({ voter }) => voter)).size;
	return items
		.map((item): ItemTally => {
			const own = counted.get(item) ?? [];
			const byGroup = groups.map(({ voters }, at) =>
				count(
					own.filter(({ delegation }) => groupOf(delegation) === at),
					dots ? voters : undefined
				)
			);
			const shown = byGroup.map((one) => (one.voters === 1 ? null : one));
			const total = count(own, dots ? everybody : undefined);
			const least = leastOf(shown);
			return {
				item,
				total,
				groups: shown,
				least,
				score: score((least === null ? null : shown[least]) ?? total),
				objections: own
					.filter(({ stance }) => stance === 'object')
					.map(({ voter, delegation, reason }) => {
						const group = groupOf(delegation);
						return { voter, group: shown[group] ? group : null, reason };
					})
			};
		})
		.sort((a, b) => b.score - a.score);
}

/** @param of how many, where it is not who voted on the item */
function count(votes: readonly Vote[], of = votes.length): Count {
	const said = (stance: Stance) => votes.filter((one) => one.stance === stance).length;
	const dotted = votes.filter(({ dots }) => dots > 0);
	return {
		support: said('support') + dotted.length,
		accept: said('accept'),
		object: said('object'),
		dots: dotted.reduce((sum, { dots }) => sum + dots, 0),
		voters: of
	};
}

/** Of equal shares the smaller group's weighs less. */
function leastOf(groups: readonly (Count | null)[]): number | null {
	const voted = groups.flatMap((one, at) =>
		one?.voters ? [{ at, share: one.support / one.voters, score: score(one) }] : []
	);
	if (voted.every(({ share: own }) => own === voted[0]?.share)) return null;
	return voted.reduce((least, one) =>
		one.share < least.share || (one.share === least.share && one.score < least.score) ? one : least
	).at;
}

/** The share of support among those who voted, 0 to 1; null where nobody did. */
export const share = ({ support, voters }: Pick<Count, 'support' | 'voters'>): number | null =>
	voters === 0 ? null : support / voters;
