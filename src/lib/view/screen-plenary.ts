import { adoptedLines, itemsOf, type Outcome } from '../plenary/ballot';
import { shortName, type Plenary } from '../plenary/joint';
import type { Status } from '../plenary/roadmap';
import { HORIZONS, type Horizon } from '../sheet/layout';
import type { WorkshopState } from '../workshop/state';
import { turnout, voteResult, type GroupView } from './vote';

/** The vote as the whole room sees it: while it is open, only how many have voted. */
export interface ScreenVote {
	open: boolean;
	/** Of how many who may. */
	voted: number;
	people: number;
	items: number;
	groups: GroupView[];
	/** Once it is closed, the best supported first. */
	rows: {
		item: string;
		rank: number;
		name: string;
		horizon: Horizon;
		all: number | null;
		groups: (number | null)[];
		least: number | null;
		/** A reason somebody gave against it, with the group, where that tells not who it is. */
		objection: { reason: string; group: number | null } | null;
	}[];
}

/** The roadmap as the whole room reads it. */
export interface ScreenRoadmap {
	horizons: {
		horizon: Horizon;
		/** `number`: through all horizons, from 1. */
		lines: {
			id: string;
			number: number;
			text: string;
			owner: string;
			deadline: string;
			status: Status;
		}[];
	}[];
}

/** @returns null where there was no vote */
export function screenVote(
	state: WorkshopState,
	plenary: Plenary,
	{ ballot }: Outcome
): ScreenVote | null {
	if (!ballot) return null;
	const { delegations, items } = turnout(state, plenary, ballot);
	const sum = (of: 'voted' | 'people') => delegations.reduce((all, one) => all + one[of], 0);
	const result = ballot.closedAt === null ? null : voteResult(state, plenary, ballot);
	return {
		open: result === null,
		voted: sum('voted'),
		people: sum('people'),
		items,
		groups: result?.groups ?? [],
		rows: (result?.rows ?? []).map((row) => {
			const said = row.objections.find(({ reason }) => reason);
			return {
				item: row.item,
				rank: row.rank,
				name: shortName(row),
				horizon: row.horizon,
				all: row.all,
				groups: row.groups,
				least: row.least,
				objection: said ? { reason: said.reason, group: said.group } : null
			};
		})
	};
}

/** What is adopted, by horizon; empty ones are left out. */
export function screenRoadmap(plenary: Plenary, outcome: Outcome): ScreenRoadmap {
	const lines = adoptedLines(outcome, itemsOf(plenary));
	const ordered = HORIZONS.flatMap((horizon) => lines.filter((one) => one.horizon === horizon));
	return {
		horizons: HORIZONS.map((horizon) => ({
			horizon,
			lines: ordered.flatMap(({ id, text, owner, deadline, status, horizon: own }, at) =>
				own === horizon ? [{ id, number: at + 1, text, owner, deadline, status }] : []
			)
		})).filter((one) => one.lines.length > 0)
	};
}
