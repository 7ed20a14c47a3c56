import type { BallotResult, VotesResult } from '../outcome-results';
import { supportIn, type Part } from '../support';
import { shareBar, type Mark, type Size } from './marks';

export interface SupportBar {
	/** The group's name, as the votes have it. */
	group: string;
	support: number;
	/** Who could have supported it: of that group, whoever voted. */
	of: number;
	/** null: nobody of the group voted on it. */
	bar: Mark | null;
}

export const SUPPORT_FRAME: Size = { width: 112, height: 14 };

/** Who supports a recommendation, a bar for each delegation or group of small ones. */
export function supportBars(votes: VotesResult, vote: BallotResult): SupportBar[] {
	return Object.keys(votes.byDelegation).map((group) =>
		supportBar(group, supportIn(votes, vote, group))
	);
}

/** The same of all. @param name what all are called */
export const supportOfAll = (votes: VotesResult, vote: BallotResult, name: string): SupportBar =>
	supportBar(name, supportIn(votes, vote));

function supportBar(group: string, { support, of }: Part): SupportBar {
	const bar = of === 0 ? null : shareBar(group, support / of, SUPPORT_FRAME);
	return { group, support, of, bar };
}
