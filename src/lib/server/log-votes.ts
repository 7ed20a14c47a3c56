import { createHash } from 'node:crypto';
import type { Ballot } from '../plenary/ballot';
import { groupName } from '../report/outcome-results';
import { tally, voteGroups, type Vote } from '../plenary/vote';
import type { WorkshopState } from '../workshop/state';
import { ballotById } from './db/voting-rows';

/** What the log shows of an event of a vote. */
export interface ShownVote {
	/** Name of the voter in a vote by name, else ''. */
	person: string;
	/** The event's data, as JSON. */
	added: string;
}

interface Cast extends Vote {
	ballot: string;
	late?: true;
}

/** How votes of one ballot are shown. */
type Show = (cast: Cast, last: boolean) => ShownVote;

/** A name for one vote, by which nobody's votes are seen to belong together. */
const nameOfVote = (voter: string, item: string) =>
	createHash('sha256').update(`${voter} ${item}`).digest('base64url').slice(0, 12);

/**
 * Shows votes in the log as they may be seen: nothing of a vote that is open; of a closed one what
 * counts, each under a name of its own, with the group it is shown with in the result, '' where it
 * is in the total only. What was changed or does not count is there without its content. So
 * everything can be counted again from the log, and nobody is in it who is hidden in the result.
 * @param events data of all votes' events, in their order
 */
export function votesOfLog(state: WorkshopState, events: readonly string[]): ShownVote[] {
	const casts = events.map((json) => JSON.parse(json) as Cast);
	const last = new Map(
		casts.flatMap((cast, at) => (cast.late ? [] : [[keyOf(cast), at] as const]))
	);
	const ballots = new Map<string, Show>();
	return casts.map((cast, at) => {
		const show = ballots.get(cast.ballot) ?? shower(state, ballotById(state.id, cast.ballot));
		ballots.set(cast.ballot, show);
		return show(cast, last.get(keyOf(cast)) === at);
	});
}

const keyOf = ({ ballot, voter, item }: Cast) => `${ballot} ${voter} ${item}`;

function shower(state: WorkshopState, ballot: Ballot | null): Show {
	const votes = ballot?.votes ?? [];
	const groups = voteGroups(state.delegations, votes);
	const items = (ballot?.items ?? []).map(({ item }) => item);
	const shown = new Map(
		tally(items, votes, groups, ballot?.dots != null).map(({ item, groups: own }) => [item, own])
	);
	const voters = new Map((ballot?.voters ?? []).map((one) => [one.id, one]));
	const groupOf = (item: string, delegation: string | undefined) => {
		const at = groups.findIndex(({ delegations }) => delegations.includes(delegation ?? ''));
		const group = shown.get(item)?.[at] ? groups[at] : undefined;
		return group ? groupName(group, state) : '';
	};
	return ({ ballot: id, voter, item, stance, dots, reason, proxy, late }, isLast) => {
		const by = voters.get(voter);
		const said = { ballot: id, item };
		const open = ballot?.closedAt == null;
		if (open || (!late && !(isLast && by)))
			return { person: '', added: JSON.stringify({ ...said, ...(!open && { counts: false }) }) };
		const who = ballot.named ? state.people.find((one) => one.id === by?.person)?.name : '';
		const content = late
			? { stance, dots, reason, late }
			: {
					vote: nameOfVote(voter, item),
					group: groupOf(item, by?.delegation),
					stance,
					dots,
					reason,
					proxy
				};
		return { person: who ?? '', added: JSON.stringify({ ...said, ...content }) };
	};
}
