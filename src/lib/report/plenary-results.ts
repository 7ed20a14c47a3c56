import { agreement } from '../plenary/agreement';
import { itemsOf, type Outcome } from '../plenary/ballot';
import type { Plenary } from '../plenary/joint';
import type { Horizon } from '../sheet/layout';
import type { WorkshopState } from '../workshop/state';
import { itemResults, type ItemResult } from './outcome-results';
import type { Results, TeamResults } from './results';
import { wasVoted } from './support';

/** How far teams chose the same tools for a need, 0 to 1; null: fewer than two chose any. */
export interface AgreementResult {
	need: string;
	all: number | null;
	/** By the delegation's name: the same as its people saw it. */
	byDelegation: Record<string, number | null>;
}

/** A joint recommendation with everything it came from. */
export interface JointResult extends ItemResult {
	id: string;
	/** Made in the plenary; else a team's own, merged with nothing. */
	merged: boolean;
	/** For tables, '' where nobody gave it one. */
	name: string;
	text: string;
	horizon: Horizon;
	owner: string;
	sources: {
		/** The team's name. */
		team: string;
		/** Its id among the team's recommendations. */
		recommendation: string;
		/** In the team's words, as they were when it was merged. */
		text: string;
		/** A language's code as the words tell it, or ''. */
		language: string;
		horizon: Horizon;
		owner: string;
	}[];
}

/** What the plenary has worked on: merged, voted on or decided. What else there is stands with its team. */
export function plenaryItems({ joint }: Pick<Results, 'joint'>): JointResult[] {
	return joint.filter(({ merged, votes, state }) => merged || state !== 'open' || wasVoted(votes));
}

/** Ids of the needs, in the order of the case. */
export function needsOf({ scenario }: WorkshopState): string[] {
	return scenario.exercises
		.flatMap(({ items }) => items)
		.filter(({ kind }) => kind === 'need')
		.map(({ id }) => id);
}

/** The agreement of teams as results have it, to a thousandth. */
export function agreementOf(
	state: WorkshopState,
	teams: readonly TeamResults[]
): AgreementResult[] {
	const names = state.delegations.map(({ name }) => name);
	const share = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
	const chosen = teams.map(({ members, choices }) => ({
		members: members.map(({ delegation }) => delegation),
		choices
	}));
	return agreement(needsOf(state), chosen, names).map(({ need, all, byDelegation }) => ({
		need,
		all: share(all),
		byDelegation: Object.fromEntries(
			byDelegation.map(({ delegation, value }) => [delegation, share(value)])
		)
	}));
}

/** What was merged first, then what stands alone. */
export function jointResults(
	state: WorkshopState,
	plenary: Plenary,
	outcome: Outcome
): JointResult[] {
	const fared = itemResults(state, plenary, outcome);
	const divisions = [...state.earlier, ...(state.division ? [state.division] : [])];
	const names = new Map(divisions.flatMap(({ teams }) => teams).map(({ id, name }) => [id, name]));
	const merged = new Set(plenary.joints.map(({ id }) => id));
	return itemsOf(plenary).map((one) => ({
		id: one.id,
		merged: merged.has(one.id),
		name: one.name,
		text: one.text,
		horizon: one.horizon,
		owner: one.owner,
		sources: one.sources.map(({ id, team, text, language, horizon, owner }) => ({
			team: names.get(team) ?? '',
			recommendation: id.replace(/^.*\//, ''),
			text,
			language,
			horizon,
			owner
		})),
		...fared(one.id)
	}));
}
