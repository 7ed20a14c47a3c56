import {
	adoptedLines,
	itemsOf,
	standing,
	standingVotes,
	type Ballot,
	type Outcome
} from '../plenary/ballot';
import { stateOfItem, type JointState } from '../plenary/decision';
import type { Plenary } from '../plenary/joint';
import type { LineWords } from '../plenary/roadmap';
import { tally, voteGroups, type Count, type Stance, type VoteGroup } from '../plenary/vote';
import { HORIZONS } from '../sheet/layout';
import type { WorkshopState } from '../workshop/state';

/** How many said what; where dots were given, whoever gave one supports. */
export type Votes = Pick<Count, Stance>;

/** How a recommendation fared in the vote; all 0 while the vote is open, and where there was none. */
export interface VotesResult {
	total: Votes;
	/** By the group's name: a delegation's, or those of small ones joined. One alone is in the total only. */
	byDelegation: Record<string, Votes>;
	/** Dots given, 0 where stances were. */
	dots: number;
	/** Name of the group with the smallest share of support; null: all have the same. */
	least: string | null;
	/** `by` as in byDelegation, '' where it would tell who it is. */
	objections: { by: string; reason: string }[];
	/** Who voted what, in a vote by name; else empty. */
	byName: { name: string; delegation: string; stance: Stance | 'dots' }[];
}

/** The vote itself; null: there was none. */
export interface BallotResult {
	kind: 'stance' | 'dots';
	/** How many dots each had; null: stances. */
	dots: number | null;
	named: boolean;
	/** ISO times; `closedAt` null: it is open, and its votes are nobody's to see. */
	openedAt: string;
	closedAt: string | null;
	voters: number;
	/** How many may vote. */
	entitled: number;
	/** Voters of whom a facilitator entered something. */
	proxies: number;
	/** Voters by group, as in `byDelegation` of a recommendation. */
	byDelegation: Record<string, number>;
}

/** A line of the roadmap. */
export interface RoadmapResult extends LineWords {
	/** `id` of the joint recommendation it came from. */
	joint: string;
}

/** How each item of the plenary stands. */
export interface ItemResult {
	votes: VotesResult;
	state: JointState;
}

const NO_VOTES: VotesResult = {
	total: { support: 0, accept: 0, object: 0 },
	byDelegation: {},
	dots: 0,
	least: null,
	objections: [],
	byName: []
};

/** What a group is called in results: by its delegations, whatever language they are read in. */
export function groupName(
	{ delegations }: Pick<VoteGroup, 'delegations'>,
	state: Pick<WorkshopState, 'delegations'>
): string {
	return delegations
		.map((id) => state.delegations.find((one) => one.id === id)?.name ?? '')
		.join(', ');
}

/** Votes and state by item. @returns for ids of joint recommendations and of lone sources */
export function itemResults(
	state: WorkshopState,
	plenary: Plenary,
	{ ballot, decisions }: Outcome
): (item: string) => ItemResult {
	const votes = ballot?.closedAt == null ? new Map() : votesByItem(state, plenary, ballot);
	return (item) => {
		const own: VotesResult = votes.get(item) ?? NO_VOTES;
		return { votes: own, state: stateOfItem(decisions.get(item), own.total.object) };
	};
}

function votesByItem(
	state: WorkshopState,
	plenary: Plenary,
	ballot: Ballot
): Map<string, VotesResult> {
	const votes = standingVotes(ballot, itemsOf(plenary));
	const groups = voteGroups(state.delegations, votes);
	const names = groups.map((group) => groupName(group, state));
	const items = standing(ballot, itemsOf(plenary)).map(({ item }) => item);
	return new Map(
		tally(items, votes, groups, ballot.dots !== null).map(
			({ item, total, groups: counted, least, objections }) => [
				item,
				{
					total: stances(total),
					byDelegation: Object.fromEntries(
						counted.flatMap((one, at) => (one ? [[names[at] ?? '', stances(one)]] : []))
					),
					dots: total.dots,
					least: least === null ? null : (names[least] ?? null),
					objections: objections.map(({ group, reason }) => ({
						by: group === null ? '' : (names[group] ?? ''),
						reason
					})),
					byName: ballot.named ? byName(state, ballot, item) : []
				}
			]
		)
	);
}

const stances = ({ support, accept, object }: Count): Votes => ({ support, accept, object });

function byName(state: WorkshopState, ballot: Ballot, item: string): VotesResult['byName'] {
	return ballot.votes
		.filter((one) => one.item === item && (one.stance !== null || one.dots > 0))
		.map(({ voter, delegation, stance }) => {
			const person = ballot.voters.find(({ id }) => id === voter)?.person;
			return {
				name: state.people.find(({ id }) => id === person)?.name ?? '',
				delegation: state.delegations.find(({ id }) => id === delegation)?.name ?? '',
				stance: stance ?? ('dots' as const)
			};
		})
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @returns what results say of the newest vote */
export function ballotResult(
	state: WorkshopState,
	plenary: Plenary,
	ballot: Ballot | null
): BallotResult | null {
	if (!ballot) return null;
	const { dots, named, openedAt, closedAt } = ballot;
	const votes = standingVotes(ballot, itemsOf(plenary));
	const entitled = state.people.filter(({ standing: is }) => is === 'member').length;
	const voted = (list: typeof votes) => new Set(list.map(({ voter }) => voter)).size;
	return {
		kind: dots === null ? 'stance' : 'dots',
		dots,
		named,
		openedAt: new Date(openedAt).toISOString(),
		closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
		voters: voted(votes),
		entitled,
		proxies: voted(votes.filter(({ proxy }) => proxy)),
		byDelegation: Object.fromEntries(
			voteGroups(state.delegations, votes).map((group) => [groupName(group, state), group.voters])
		)
	};
}

/** The roadmap, by horizon and place. */
export function roadmapResults(plenary: Plenary, outcome: Outcome): RoadmapResult[] {
	return adoptedLines(outcome, itemsOf(plenary))
		.toSorted(
			(a, b) => HORIZONS.indexOf(a.horizon) - HORIZONS.indexOf(b.horizon) || a.position - b.position
		)
		.map(({ id: _id, item, position: _position, ...words }) => ({ joint: item, ...words }));
}
