import { formatShare } from '../format';
import type { VotesResult, Votes } from './outcome-results';
import { fill, type Words } from './words';

/** The share of support among those who voted, 0 to 1; null where nobody did. */
export function shareOf({ support, accept, object }: Votes): number | null {
	const cast = support + accept + object;
	return cast === 0 ? null : support / cast;
}

/** How far a recommendation is supported, in words: by all, then by the delegation that did least. */
export function supportOf(votes: VotesResult, { sentences }: Words): string[] {
	const all = shareOf(votes.total);
	if (all === null) return [];
	if (votes.dots > 0) return [fill(sentences.dotsGiven, { dots: votes.dots })];
	const least = votes.least === null ? undefined : votes.byDelegation[votes.least];
	return [
		fill(sentences.forAll, { share: formatShare(all) }),
		...(least
			? [fill(sentences.forLeast, { name: votes.least ?? '', share: formatShare(shareOf(least)) })]
			: [])
	];
}

/** An objection in words: the reason, and of whom as far as it may be said. */
export interface Objected {
	reason: string;
	by: string;
}

export function objectionsOf({ objections }: VotesResult, { sentences }: Words): Objected[] {
	return objections.map(({ by, reason }) => ({
		reason: reason.trim() ? `“${reason.trim()}”` : sentences.noReason,
		by: by && ` (${by})`
	}));
}

/** The same as lines of text. */
export const objectionLines = (votes: VotesResult, words: Words): string[] =>
	objectionsOf(votes, words).map(({ reason, by }) => reason + by);
