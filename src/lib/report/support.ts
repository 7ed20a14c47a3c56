import type { BallotResult, VotesResult } from './outcome-results';

/** How many support something, of how many who voted. */
export interface Part {
	support: number;
	of: number;
}

/**
 * Support among all, or in one group. Where dots were given, whoever gives one supports, and they
 * are a part of all who voted.
 * @param group its name as the votes have it; left out: all
 */
export function supportIn(votes: VotesResult, vote: BallotResult, group?: string): Part {
	const own = group === undefined ? votes.total : votes.byDelegation[group];
	const { support, accept, object } = own ?? { support: 0, accept: 0, object: 0 };
	if (vote.kind === 'stance') return { support, of: support + accept + object };
	return { support, of: group === undefined ? vote.voters : (vote.byDelegation[group] ?? 0) };
}

/** Its share, 0 to 1; null: nobody voted. */
export const shareIn = ({ support, of }: Part): number | null => (of === 0 ? null : support / of);

/** The group that supports it least; null: all support it alike, or there is one. */
export function leastIn(votes: VotesResult, vote: BallotResult): (Part & { group: string }) | null {
	const { least: group } = votes;
	return group === null ? null : { group, ...supportIn(votes, vote, group) };
}

/** Whether anybody voted on it, in a vote that is closed. */
export function wasVoted({ total }: Pick<VotesResult, 'total'>): boolean {
	return total.support + total.accept + total.object > 0;
}

/** Objections that say the same for the same group. */
export interface Objections {
	/** The group's name, '' where it would tell who it is. */
	by: string;
	/** '' where none was given. */
	reason: string;
	count: number;
}

/** Objections with how many make each, in the order of the delegations; those without a reason last. */
export function objectionsOf({ objections, byDelegation }: VotesResult): Objections[] {
	const groups = Object.keys(byDelegation);
	const place = ({ by, reason }: Objections) =>
		(reason ? 0 : groups.length + 1) + groups.indexOf(by);
	const same = Map.groupBy(objections, ({ by, reason }) => JSON.stringify([by, reason.trim()]));
	return [...same.values()]
		.map((all) => ({
			by: all[0]?.by ?? '',
			reason: all[0]?.reason.trim() ?? '',
			count: all.length
		}))
		.sort((a, b) => place(a) - place(b));
}

/**
 * Which delegations a group of voters is.
 * @param group its name, as results have it: those of its delegations in their order
 * @param delegations of the workshop, in their order
 */
export function delegationsIn<D extends { name: string }>(
	group: string,
	delegations: readonly D[]
): D[] {
	let rest = `${group}, `;
	return delegations.filter(({ name }) => {
		if (!rest.startsWith(`${name}, `)) return false;
		rest = rest.slice(name.length + 2);
		return true;
	});
}
