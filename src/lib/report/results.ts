import type { Outcome } from '../plenary/ballot';
import type { Plenary } from '../plenary/joint';
import type { Horizon, Urgency } from '../sheet/layout';
import type { SheetValue } from '../sheet/value';
import type { Use } from '../scenario/scenario';
import type { Team, WorkshopState } from '../workshop/state';
import { debriefResults, type DebriefResult } from './debrief-results';
import type { LeftOut } from './options';
import {
	ballotResult,
	roadmapResults,
	type BallotResult,
	type RoadmapResult
} from './outcome-results';
import {
	agreementOf,
	jointResults,
	type AgreementResult,
	type JointResult
} from './plenary-results';
import { teamResults } from './team-results';

/**
 * The results of a workshop as one value; every format is written from it. docs/results.schema.json
 * says the same for outsiders.
 */
export interface Results {
	version: 1;
	workshop: {
		title: string;
		code: string;
		place: string;
		/** ISO dates */
		from: string;
		to: string;
		status: 'draft' | 'open' | 'ended';
		/** ISO time at which these results were taken. */
		takenAt: string;
	};
	scenario: {
		slug: string;
		title: string;
		edition: string;
		/** Hash of the exact files. */
		hash: string;
		exercises: { id: string; title: string }[];
	};
	delegations: { name: string; kind: 'host' | 'guest'; people: number }[];
	teams: TeamResults[];
	/** Need by need, in the order of the case. */
	agreement: AgreementResult[];
	/** What teams keep and what they would revise, now that they know the expert's view. */
	debrief: DebriefResult[];
	/** Every recommendation of every team is in one of them; what was merged with nothing is one of one source. */
	joint: JointResult[];
	/** The newest vote on them. */
	vote: BallotResult | null;
	/** What was adopted, by horizon and place. */
	roadmap: RoadmapResult[];
	/** Who takes part, as far as the list says it. */
	participation: Participation[];
	/** What this file was asked to be without; absent where it is whole. */
	leftOut?: LeftOut[];
	/** ISO code of the country whose lines alone the roadmap has; left out: it has all. */
	extract?: string;
}

/** How many people of a delegation and gender there are. */
export interface Participation {
	/** The delegation's name. */
	delegation: string;
	/** As the list has it, '' where it says nothing. */
	gender: string;
	people: number;
	/** Of them, who have taken their name on a device. */
	joined: number;
}

export interface TeamResults {
	name: string;
	members: { name: string; delegation: string; role: string }[];
	choices: {
		need: string;
		tool: string;
		/** ISO code, or `-` for a channel without a country. */
		country: string;
		asks: string;
		executes: string;
		reason: string;
		urgency: Urgency | null;
		safeguards: string;
		use: Use | null;
		/** In its need, from 1. */
		rank: number;
	}[];
	contacts: { need: string; role: string; institution: string; note: string }[];
	answers: {
		question: string;
		/** An option's id, several ids, or the words. */
		value: string | string[];
		reason: string;
	}[];
	recommendations: {
		id: string;
		text: string;
		horizon: Horizon;
		owner: string;
		countries: string[];
		/** Id of the need or question it answers, or ''. */
		answers: string;
		/** In its horizon, from 1. */
		rank: number;
	}[];
}

/** A team's sheet as read. */
export interface TeamSheet {
	team: string;
	exercise: string;
	value: SheetValue;
}

/**
 * @param state of the workshop
 * @param sheets of the teams, in the order of the exercises
 * @param plenary what was merged of them
 * @param outcome what was voted and decided on it
 * @param now ms since 1970
 */
export function results(
	state: WorkshopState,
	sheets: TeamSheet[],
	plenary: Plenary,
	outcome: Outcome,
	now: number
): Results {
	const { title, code, place, from, to, status, scenario, edition } = state;
	const teams = teamsOf(state, sheets).map((team) => teamResults(state, team, sheets));
	return {
		version: 1,
		workshop: { title, code, place, from, to, status, takenAt: new Date(now).toISOString() },
		scenario: {
			slug: scenario.slug,
			title: scenario.title,
			edition: scenario.edition,
			hash: edition,
			exercises: scenario.exercises.map((exercise) => ({ id: exercise.id, title: exercise.title }))
		},
		delegations: state.delegations.map(({ id, name, kind }) => ({
			name,
			kind,
			people: state.people.filter((person) => person.from === id).length
		})),
		teams,
		agreement: agreementOf(state, teams),
		debrief: debriefResults(state),
		joint: jointResults(state, plenary, outcome),
		vote: ballotResult(state, plenary, outcome.ballot),
		roadmap: roadmapResults(plenary, outcome),
		participation: participation(state)
	};
}

function participation({ delegations, people }: WorkshopState): Participation[] {
	return delegations.flatMap(({ id, name }) => {
		const own = people.filter(({ from }) => from === id);
		return [...Map.groupBy(own, ({ gender }) => gender)].map(([gender, all]) => ({
			delegation: name,
			gender,
			people: all.length,
			joined: all.filter(({ joined }) => joined).length
		}));
	});
}

/** The teams of the newest draw, and those of earlier ones that have written something. */
export function teamsOf(state: WorkshopState, sheets: readonly Pick<TeamSheet, 'team'>[]): Team[] {
	const wrote = (team: Team) => sheets.some((sheet) => sheet.team === team.id);
	return [
		...state.earlier.toReversed().flatMap((division) => division.teams.filter(wrote)),
		...(state.division?.teams ?? [])
	];
}
