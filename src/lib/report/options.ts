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
}

export const WHOLE: ReportOptions = { without: new Set(), names: true };

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
	return { without: new Set(without), names: names === 'yes' };
}

/**
 * The results without what was left out, for every format alike. What only a team said, and the
 * plenary neither merged, voted on nor decided, goes with what the teams wrote.
 */
export function only(results: Results, { without, names }: ReportOptions): Results {
	const leftOut: LeftOut[] = PARTS.filter((part) => without.has(part));
	if (!names) leftOut.push('names');
	if (leftOut.length === 0) return results;
	const kept = <T>(part: Part, list: T[]): T[] => (without.has(part) ? [] : list);
	return {
		...results,
		leftOut,
		roadmap: kept('roadmap', results.roadmap),
		joint: jointOf(results, { without, names }),
		vote: without.has('joint') ? null : results.vote,
		agreement: kept('agreement', results.agreement),
		debrief: kept('teams', results.debrief),
		participation: kept('participation', results.participation),
		teams: teamsOf(results, { without, names })
	};
}

function jointOf(results: Results, { without, names }: ReportOptions): Results['joint'] {
	if (without.has('joint')) return [];
	const joint = without.has('teams') ? plenaryItems(results) : results.joint;
	if (names) return joint;
	return joint.map((one) => ({ ...one, votes: { ...one.votes, byName: [] } }));
}

function teamsOf({ teams }: Results, { without, names }: ReportOptions): Results['teams'] {
	const [nothing, nobody] = [without.has('teams'), without.has('people')];
	if (nothing && nobody) return [];
	return teams.map((team) => ({
		...team,
		...(nothing && { choices: [], contacts: [], answers: [], recommendations: [] }),
		members: nobody ? [] : team.members.map((member) => (names ? member : { ...member, name: '' }))
	}));
}
