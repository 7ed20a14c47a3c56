import { plenaryItems } from './plenary-results';
import type { Results } from './results';

/** What can be left out of a report. */
export const PARTS = ['roadmap', 'joint', 'agreement', 'participation', 'teams', 'people'] as const;

export type Part = (typeof PARTS)[number];

/** What a report was asked to be without. */
export type LeftOut = Part | 'names';

/** What of the results a file has. */
export interface ReportOptions {
	without: ReadonlySet<Part>;
	/** Names of persons. */
	names: boolean;
	/** ISO code: an extract of the roadmap for this country; else all of it. */
	country?: string | undefined;
}

const isPart = (word: string): word is Part => (PARTS as readonly string[]).includes(word);

/**
 * What an address asks for: `?without=teams,people&names=no`.
 * @returns or the word in it that means nothing here
 */
export function readOptions(params: URLSearchParams): ReportOptions | { unknown: string } {
	const words = params.getAll('without').flatMap((list) => list.split(','));
	const asked = words.map((word) => word.trim()).filter(Boolean);
	const without = asked.filter(isPart);
	const names = params.get('names') ?? 'yes';
	const unknown = asked.find((word) => !isPart(word)) ?? (/^(?:yes|no)$/.test(names) ? '' : names);
	if (unknown) return { unknown };
	return {
		without: new Set(without),
		names: names === 'yes',
		country: params.get('country') ?? undefined
	};
}

/**
 * The results without what was left out, for every format alike. What only a team said, and the
 * plenary neither merged, voted on nor decided, goes with what the teams wrote.
 */
export function only(results: Results, { without, names, country }: ReportOptions): Results {
	const leftOut: LeftOut[] = PARTS.filter((part) => without.has(part));
	if (!names) leftOut.push('names');
	if (leftOut.length === 0) return extractOf(results, country);
	const kept = <T>(part: Part, list: T[]): T[] => (without.has(part) ? [] : list);
	const extract = extractOf(results, country);
	return {
		...extract,
		leftOut,
		roadmap: kept('roadmap', extract.roadmap),
		joint: jointOf(results, { without, names }),
		vote: without.has('joint') ? null : results.vote,
		agreement: kept('agreement', results.agreement),
		debrief: kept('teams', results.debrief),
		participation: kept('participation', results.participation),
		teams: teamsOf(results, { without, names })
	};
}

/** The roadmap as far as it concerns a country: a line without countries concerns all. */
function extractOf(results: Results, country: string | undefined): Results {
	if (!country) return results;
	const concerns = ({ countries }: Results['roadmap'][number]) =>
		countries.length === 0 || countries.includes(country);
	return { ...results, extract: country, roadmap: results.roadmap.filter(concerns) };
}

function jointOf(
	results: Results,
	{ without, names }: Pick<ReportOptions, 'without' | 'names'>
): Results['joint'] {
	if (without.has('joint')) return [];
	const joint = without.has('teams') ? plenaryItems(results) : results.joint;
	// Who voted what is of persons, too.
	if (names && !without.has('people')) return joint;
	return joint.map((one) => ({ ...one, votes: { ...one.votes, byName: [] } }));
}

function teamsOf(
	{ teams }: Results,
	{ without, names }: Pick<ReportOptions, 'without' | 'names'>
): Results['teams'] {
	const [nothing, nobody] = [without.has('teams'), without.has('people')];
	if (nothing && nobody) return [];
	return teams.map((team) => ({
		...team,
		...(nothing && { choices: [], contacts: [], answers: [], recommendations: [] }),
		members: nobody ? [] : team.members.map((member) => (names ? member : { ...member, name: '' }))
	}));
}
