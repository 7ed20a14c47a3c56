import { groupName } from '../report/outcome-results';
import type { Ballot } from '../plenary/ballot';
import { voteGroups, type Vote } from '../plenary/vote';
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
}

/**
 * Shows votes in the log as they may be seen: nothing of a vote that is open, and of a closed one
 * the group the voter is counted with in place of the delegation; '' where it would tell who it is.
 * So everything can be counted again from the log, and nobody is in it who is hidden in the result.
 */
export function votesOfLog(state: WorkshopState): (data: string) => ShownVote {
	const ballots = new Map<string, ReturnType<typeof shower>>();
	return (json) => {
		const cast = JSON.parse(json) as Cast;
		const show = ballots.get(cast.ballot) ?? shower(state, ballotById(state.id, cast.ballot));
		ballots.set(cast.ballot, show);
		return show(cast);
	};
}

function shower(state: WorkshopState, ballot: Ballot | null): (cast: Cast) => ShownVote {
	const groups = voteGroups(state.delegations, ballot?.votes ?? []);
	return ({ ballot: id, voter, delegation, ...said }) => {
		if (ballot?.closedAt == null)
			return { person: '', added: JSON.stringify({ ballot: id, item: said.item }) };
		const group = groups.find(({ delegations }) => delegations.includes(delegation));
		const shown = { ballot: id, voter, group: group ? groupName(group, state) : '', ...said };
		const person = ballot.named ? ballot.voters.find((one) => one.id === voter)?.person : undefined;
		return {
			person: state.people.find((one) => one.id === person)?.name ?? '',
			added: JSON.stringify(shown)
		};
	};
}
