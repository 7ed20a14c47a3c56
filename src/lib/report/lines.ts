import type { JointState } from '../plenary/decision';
import { shortName } from '../plenary/joint';
import type { Names } from './names';
import type { RoadmapResult, VotesResult } from './outcome-results';
import type { JointResult } from './plenary-results';
import type { Results, TeamResults } from './results';
import { wasVoted } from './support';

/** A team's own words, with who sat in the team. */
export interface ReportSource {
	team: string;
	text: string;
	/** In the order of the delegations. */
	mix: { delegation: string; people: number }[];
}

/** A line of the roadmap with all that stands with it on paper. */
export interface ReportLine extends Omit<RoadmapResult, 'joint'> {
	/** On the roadmap, from 1. */
	number: number;
	/** What a table calls it. */
	name: string;
	/** The joint text, where the line is worded otherwise; else ''. */
	jointText: string;
	votes: VotesResult;
	sources: ReportSource[];
}

/** A joint recommendation, or a team's that was voted on or decided. */
export interface ReportItem {
	id: string;
	/** Its line on the roadmap; null: it has none. */
	line: number | null;
	name: string;
	text: string;
	horizon: JointResult['horizon'];
	owner: string;
	state: JointState;
	votes: VotesResult;
	sources: ReportSource[];
}

/** The roadmap as it is signed. Countries by name. */
export function reportLines(results: Results, names: Pick<Names, 'country'>): ReportLine[] {
	const joints = new Map(results.joint.map((one) => [one.id, one]));
	return results.roadmap.flatMap(({ joint: id, ...line }, at) => {
		const joint = joints.get(id);
		if (!joint) return [];
		return [
			{
				...line,
				number: at + 1,
				name: shortName({ ...line, name: joint.name }),
				countries: line.countries.map((code) => names.country(code)),
				jointText: joint.text.trim() === line.text.trim() ? '' : joint.text,
				votes: joint.votes,
				sources: sourcesOf(joint, results)
			}
		];
	});
}

/** What the plenary made or spoke of: lines of the roadmap in their order, then the others. */
export function reportItems(results: Results): ReportItem[] {
	const lines = new Map(results.roadmap.map(({ joint }, at) => [joint, at + 1]));
	const placeOf = ({ line }: ReportItem) => line ?? results.roadmap.length + 1;
	return results.joint
		.filter(({ merged, state, votes }) => merged || state !== 'open' || wasVoted(votes))
		.map((one): ReportItem => ({
			id: one.id,
			line: lines.get(one.id) ?? null,
			name: shortName(one),
			text: one.text,
			horizon: one.horizon,
			owner: one.owner,
			state: one.state,
			votes: one.votes,
			sources: sourcesOf(one, results)
		}))
		.sort((a, b) => placeOf(a) - placeOf(b));
}

function sourcesOf({ sources }: JointResult, results: Results): ReportSource[] {
	return sources.map(({ team, recommendation, text }) => {
		const named = results.teams.filter(({ name }) => name === team);
		// After a second draw two teams may have one name.
		const own = named.find((one) => one.recommendations.some(({ id }) => id === recommendation));
		return { team, text, mix: mixOf(own ?? named.at(-1), results) };
	});
}

function mixOf(team: TeamResults | undefined, { delegations }: Results): ReportSource['mix'] {
	return delegations
		.map(({ name }) => ({
			delegation: name,
			people: team?.members.filter(({ delegation }) => delegation === name).length ?? 0
		}))
		.filter(({ people }) => people > 0);
}
