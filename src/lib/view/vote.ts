import { itemsOf, standing, standingVotes, type Ballot } from '../plenary/ballot';
import type { Plenary } from '../plenary/joint';
import { share, tally, voteGroups, type Stance } from '../plenary/vote';
import type { Horizon } from '../sheet/layout';
import type { WorkshopState } from '../workshop/state';

/** What is put to the vote, as everybody reads it. */
export interface PutView {
	item: string;
	/** '' where it has none. */
	name: string;
	text: string;
	owner: string;
	horizon: Horizon;
}

/** What somebody said of an item. */
export interface Own {
	stance: Stance | null;
	dots: number;
	reason: string;
}

/** The vote as one participant sees it: the others' votes are not in it before it is closed. */
export interface VoteView {
	ballot: string;
	open: boolean;
	/** How many dots each voter has; null: they say support, can accept or object. */
	dots: number | null;
	named: boolean;
	items: PutView[];
	/** By item. */
	mine: Record<string, Own>;
	/** Once it is closed. */
	result: VoteResultView | null;
}

/** A group of voters with its mark. */
export interface GroupView {
	/** Names of its delegations. */
	names: string[];
	/** Several small ones, or guests. */
	joined: boolean;
	/** The mark of its delegation; of joined ones that of the first. */
	pattern: number;
	voters: number;
}

/** How a vote came out, the best supported by the least supportive group first. */
export interface VoteResultView {
	/** Who has voted on anything. */
	voters: number;
	groups: GroupView[];
	rows: RowView[];
}

/** How one item came out. */
export interface RowView extends PutView {
	/** From 1; equals share one. */
	rank: number;
	/** Share of support, 0 to 1; null: nobody voted. */
	all: number | null;
	/** By group; null: so few that it would tell who it was, or nobody. */
	groups: (number | null)[];
	least: number | null;
	objections: { group: number | null; reason: string; name: string }[];
	/** Who voted what, in a vote by name. */
	names: { name: string; delegation: string; stance: Stance | null }[];
}

/**
 * What a participant gets of the newest vote.
 * @param plenary as it is now: what was taken apart since is not voted on
 */
export function voteView(
	state: WorkshopState,
	plenary: Plenary,
	ballot: Ballot,
	person: string
): VoteView {
	const open = ballot.closedAt === null;
	const voter = ballot.voters.find((one) => one.person === person)?.id;
	const own = ballot.votes.filter((one) => one.voter === voter);
	return {
		ballot: ballot.id,
		open,
		dots: ballot.dots,
		named: ballot.named,
		items: standing(ballot, itemsOf(plenary)).map(putView),
		mine: Object.fromEntries(
			own.map(({ item, stance, dots, reason }) => [item, { stance, dots, reason }])
		),
		result: open ? null : voteResult(state, plenary, ballot)
	};
}

const putView = ({ item, name, text, owner, horizon }: PutView): PutView => ({
	item,
	name,
	text,
	owner,
	horizon
});

/** How a closed vote came out; the caller has seen that it is closed. */
export function voteResult(state: WorkshopState, plenary: Plenary, ballot: Ballot): VoteResultView {
	const votes = standingVotes(ballot, itemsOf(plenary));
	const groups = voteGroups(state.delegations, votes);
	const put = standing(ballot, itemsOf(plenary));
	const counted = tally(
		put.map(({ item }) => item),
		votes,
		groups,
		ballot.dots !== null
	);
	return {
		voters: new Set(votes.map((one) => one.voter)).size,
		groups: groups.map(({ delegations, joined, voters }) => ({
			names: delegations.map((id) => delegationName(state, id)),
			joined,
			pattern: state.delegations.findIndex(({ id }) => id === delegations[0]) + 1,
			voters
		})),
		rows: counted.flatMap((one) =>
			put
				.filter(({ item }) => item === one.item)
				.map((item) => ({
					...putView(item),
					rank: counted.findIndex(({ score }) => score === one.score) + 1,
					all: share(one.total),
					groups: one.groups.map((group) => group && share(group)),
					least: one.least,
					objections: one.objections.map(({ voter, group, reason }) => ({
						group,
						reason,
						name: ballot.named ? nameOf(state, ballot, voter) : ''
					})),
					names: ballot.named ? byName(state, ballot, item.item) : []
				}))
		)
	};
}

const delegationName = (state: WorkshopState, which: string) =>
	state.delegations.find(({ id }) => id === which)?.name ?? '';

function nameOf(state: WorkshopState, ballot: Ballot, voter: string): string {
	const person = ballot.voters.find(({ id }) => id === voter)?.person;
	return state.people.find(({ id }) => id === person)?.name ?? '';
}

function byName(state: WorkshopState, ballot: Ballot, item: string): RowView['names'] {
	return ballot.votes
		.filter((one) => one.item === item && (one.stance !== null || one.dots > 0))
		.map(({ voter, delegation, stance }) => ({
			name: nameOf(state, ballot, voter),
			delegation: delegationName(state, delegation),
			stance
		}))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Who has voted, by delegation, and who has not: for whoever leads, while it is open. */
export interface TurnoutView {
	delegations: {
		name: string;
		pattern: number;
		people: number;
		voted: number;
	}[];
	/** Those who have not said something of everything, by delegation and name. */
	missing: { id: string; name: string; delegation: string; said: number }[];
	/** Of how many things they may say something. */
	items: number;
	/** Those of whom a facilitator entered something. */
	proxies: number;
	/** Those for whom a facilitator may enter votes: they said nothing themselves. */
	without: { id: string; name: string; delegation: string; entered: boolean }[];
}

/** @returns who has voted on how much, and nothing of what */
export function turnout(state: WorkshopState, plenary: Plenary, ballot: Ballot): TurnoutView {
	const items = standing(ballot, itemsOf(plenary)).map(({ item }) => item);
	const members = state.people.filter(({ standing: is }) => is === 'member');
	const saidBy = (person: string) => {
		const voter = ballot.voters.find((one) => one.person === person)?.id;
		return ballot.votes.filter(
			(one) =>
				one.voter === voter && items.includes(one.item) && (one.stance !== null || one.dots > 0)
		);
	};
	const people = members.map(({ id, name, delegation, from }) => {
		const said = saidBy(id);
		const own = said.filter(({ proxy }) => !proxy).length;
		return { id, name, delegation, from, said: said.length, own };
	});
	// With dots, whoever has given all of them has voted on everything.
	const enough = (one: { id: string; said: number }) =>
		ballot.dots === null
			? one.said >= items.length
			: saidBy(one.id).reduce((sum, { dots }) => sum + dots, 0) >= ballot.dots;
	return {
		delegations: state.delegations
			.map(({ id, name }, at) => {
				const own = people.filter(({ from }) => from === id);
				const voted = own.filter(({ said }) => said > 0).length;
				return { name, pattern: at + 1, people: own.length, voted };
			})
			.filter(({ people: count }) => count > 0),
		missing: people
			.filter((one) => !enough(one))
			.map(({ id, name, delegation, said }) => ({ id, name, delegation, said })),
		items: items.length,
		proxies: people.filter(({ said, own }) => said > own).length,
		without: people
			.filter(({ own }) => own === 0)
			.map(({ id, name, delegation, said }) => ({ id, name, delegation, entered: said > 0 }))
	};
}
