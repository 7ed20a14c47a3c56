import type { DebriefResult } from './debrief-results';
import type { BallotResult, RoadmapResult, Votes, VotesResult } from './outcome-results';
import { plenaryItems, type AgreementResult, type JointResult } from './plenary-results';
import type { Results, TeamResults } from './results';

/** Columns of the results as one table. They, and the kinds, are for programs: the same in every language. */
export const COLUMNS = [
	'team',
	'kind',
	'subject',
	'rank',
	'tool',
	'country',
	'text',
	'asks',
	'executes',
	'urgency',
	'use',
	'safeguards',
	'horizon',
	'owner',
	'countries',
	'answers',
	'role',
	'institution',
	'joint',
	'owners',
	'deadline',
	'indicator',
	'resources',
	'status',
	'notes',
	'state',
	'delegation',
	'support',
	'accept',
	'object',
	'dots',
	'least',
	'stance',
	'voters',
	'entitled',
	'proxies',
	'agreement',
	'gender',
	'people',
	'joined'
] as const;

export type Row = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/** The roadmap, the plenary, who takes part, then team by team. */
export function rowsOf(results: Results): Row[] {
	return [
		...results.roadmap.map(lineRow),
		...(results.vote ? ballotRows(results.vote) : []),
		...plenaryItems(results).flatMap(jointRows),
		...results.agreement.flatMap(agreementRows),
		...results.participation.map((one): Row => ({ kind: 'participation', ...one })),
		...results.debrief.map(verdictRow),
		...results.teams.flatMap(teamRows)
	];
}

const list = (items: readonly string[]) => items.join('; ');

function lineRow({ owners, countries, ...line }: RoadmapResult): Row {
	return { kind: 'line', ...line, owners: list(owners), countries: list(countries) };
}

/** The vote itself: of all, then by delegation. */
function ballotRows({ kind, dots, voters, entitled, proxies, byDelegation }: BallotResult): Row[] {
	return [
		{ kind: 'ballot', subject: kind, dots: dots ?? '', voters, entitled, proxies },
		...Object.entries(byDelegation).map(([delegation, own]) => ({
			kind: 'ballot',
			subject: kind,
			delegation,
			voters: own
		}))
	];
}

/** A joint recommendation, then its sources, votes and objections. */
function jointRows({ id, name, text, horizon, owner, sources, votes, state }: JointResult): Row[] {
	const { total, dots, least } = votes;
	const all = { ...total, dots, least: least ?? '' };
	return [
		{ kind: 'joint', joint: id, subject: name, text, horizon, owner, state, ...all },
		...sources.map((source) => ({
			team: source.team,
			kind: 'source',
			joint: id,
			subject: source.recommendation,
			text: source.text,
			horizon: source.horizon,
			owner: source.owner
		})),
		...voteRows(id, votes)
	];
}

function voteRows(joint: string, { byDelegation, objections, byName }: VotesResult): Row[] {
	return [
		...Object.entries(byDelegation).map(([delegation, votes]: [string, Votes]) => ({
			kind: 'votes',
			joint,
			delegation,
			...votes
		})),
		...objections.map(({ by, reason }) => ({
			kind: 'objection',
			joint,
			delegation: by,
			text: reason
		})),
		...byName.map(({ name, ...vote }) => ({ kind: 'vote', joint, subject: name, ...vote }))
	];
}

function agreementRows({ need, all, byDelegation }: AgreementResult): Row[] {
	const row = (delegation: string, share: number | null): Row => ({
		kind: 'agreement',
		subject: need,
		delegation,
		agreement: share ?? ''
	});
	return [
		row('', all),
		...Object.entries(byDelegation).map(([delegation, share]) => row(delegation, share))
	];
}

function verdictRow({ team, need, verdict, reason, before, after }: DebriefResult): Row {
	const tools = { tool: list(before), answers: list(after) };
	return { team, kind: 'verdict', subject: need, state: verdict, text: reason, ...tools };
}

function teamRows({ name: team, ...written }: TeamResults): Row[] {
	return [
		...written.members.map(({ name, delegation, role }) => ({
			team,
			kind: 'member',
			subject: name,
			institution: delegation,
			role
		})),
		...written.choices.map(({ need, reason, urgency, use, ...rest }) => ({
			...rest,
			team,
			kind: 'choice',
			subject: need,
			text: reason,
			urgency: urgency ?? '',
			use: use ?? ''
		})),
		...written.contacts.map(({ need, note, role, institution }) => ({
			team,
			kind: 'contact',
			subject: need,
			text: note,
			role,
			institution
		})),
		...written.answers.map(({ question, value, reason }) => ({
			team,
			kind: 'answer',
			subject: question,
			answers: Array.isArray(value) ? list(value) : value,
			text: reason
		})),
		...written.recommendations.map(({ id, countries, ...rest }) => ({
			...rest,
			team,
			kind: 'recommendation',
			subject: id,
			countries: list(countries)
		}))
	];
}
