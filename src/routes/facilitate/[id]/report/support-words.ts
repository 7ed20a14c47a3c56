import { hundredths } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import type { BallotResult, VotesResult } from '$lib/report/outcome-results';
import { leastIn, shareIn, supportIn, wasVoted } from '$lib/report/support';
import type { DelegationView } from '$lib/view/parts';
import { groupWord } from './group-words';

/** Support among all, then in the least supportive delegation, as it stands with a line. */
export function supportWords(
	votes: VotesResult,
	vote: BallotResult | null,
	delegations: readonly DelegationView[]
): string {
	if (!vote || !wasVoted(votes)) return '';
	const all = supportIn(votes, vote);
	if (vote.kind === 'dots')
		return m.results_support_dots({ dots: votes.dots, givers: all.support, voters: all.of });
	const share = hundredths(shareIn(all) ?? 0);
	const least = leastIn(votes, vote);
	const smallest = hundredths((least && shareIn(least)) ?? 0);
	if (!least || smallest === share) return m.results_support({ share });
	return m.results_support_least({
		share,
		group: groupWord(least.group, delegations),
		least: smallest
	});
}

/** Everything that was said, counted. */
export function votesWords(votes: VotesResult, vote: BallotResult): string {
	if (vote.kind === 'stance') return m.results_votes(votes.total);
	const { support: givers, of: voters } = supportIn(votes, vote);
	return m.results_support_dots({ dots: votes.dots, givers, voters });
}
