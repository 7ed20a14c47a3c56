import type { Source, Use } from '../scenario/scenario';
import type { ItemProgress } from '../sheet/value';
import type { Clock } from '../workshop/clock';

/** A delegation with its mark: the n-th pattern of the workshop, from 1. */
export interface DelegationView {
	id: string;
	name: string;
	kind: 'host' | 'guest';
	pattern: number;
}

/** A person as team-mates see them. */
export interface MemberView {
	id: string;
	name: string;
	/** Two letters, unique in the team. */
	initials: string;
	/** Id of the delegation. */
	delegation: string;
	role: string;
	parts: string[];
}

export interface StageView {
	id: string;
	kind: string;
	title: string;
	/** For exercises: its number among exercises, from 1, and how many there are. */
	number: number | null;
	of: number;
	clock: Clock;
}

export interface NeedView {
	kind: 'need';
	id: string;
	/** Among the exercise's needs, from 1. */
	number: number;
	title: string;
	short: string;
	optional: boolean;
	html: string;
	/** ISO code and name where a country of the scenario holds it. */
	heldIn: { code: string; name: string } | null;
	/** The author's words where it is none. */
	heldInWords: string;
	heldBy: string;
	neededWithin: string;
	use: Use | null;
}

export interface QuestionView {
	kind: 'question';
	id: string;
	title: string;
	short: string;
	optional: boolean;
	html: string;
	answer: 'text' | 'one' | 'several';
	withReason: boolean;
	options: { id: string; text: string }[];
}

export type ItemView = NeedView | QuestionView;

export interface ToolView {
	id: string;
	name: string;
	kind: string;
	countries: string[];
	use: Use;
	asks: { country?: string; name: string }[];
	executes: { country?: string; name: string }[];
	needs: string;
	limits: string;
	time: string;
	sources: Source[];
	/** HTML */
	obtains: string;
	/** The same as plain text, for a line in a list and for searching. */
	obtainsText: string;
}

export interface InjectView {
	id: string;
	title: string;
	html: string;
	/** ms since 1970 */
	at: number;
	/** For whom, when not for all. */
	audience: { to: 'all' } | { to: 'side'; side: string } | { to: 'part'; part: string };
	read: boolean;
}

export interface HandoutView {
	id: string;
	title: string;
	html: string;
	audience: { to: 'all' } | { to: 'side'; side: string } | { to: 'part'; part: string };
}

/** The expert's view of a need or question. */
export interface ExpertView {
	/** Tools in the expert's order: id and name, with the reason as HTML. */
	lines: { id: string; tool: string; pitfall: boolean; html: string }[];
	/** Around the list, HTML. */
	html: string;
}

/** How far a team is in the open exercise. */
export interface TeamProgress {
	team: string;
	items: ItemProgress[];
	/** Recommendations per horizon, in their order; empty where the exercise asks for none. */
	recommendations: number[];
	/** ms since 1970 of the last change, null: none yet */
	lastChange: number | null;
}
