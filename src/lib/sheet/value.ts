import type { Use } from '../scenario/scenario';
import type { Horizon, Urgency } from './layout';

/** A team's decision to use a tool for a need in a country. */
export interface Choice {
	/** `choice/<need>/<tool>/<country>` */
	entry: string;
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
	/** Position in its need, from 1. */
	rank: number;
	/** Who removed it (a person's id), else null. Removed ones have rank 0 and stand last. */
	gone: string | null;
}

/** "We can reach someone there": a role and an institution, never a person's name. */
export interface Contact {
	entry: string;
	need: string;
	role: string;
	institution: string;
	note: string;
	gone: string | null;
}

export interface Answer {
	entry: string;
	question: string;
	/** Option ids in the question's order; empty for questions answered in words. */
	options: string[];
	text: string;
	reason: string;
}

export interface Recommendation {
	entry: string;
	text: string;
	horizon: Horizon;
	owner: string;
	/** ISO codes or delegations' names, as chosen. */
	countries: string[];
	/** Id of the need or question it answers, or ''. */
	answers: string;
	/** Position in its horizon, from 1. */
	rank: number;
	gone: string | null;
}

/** Everything a sheet says, in order. What is not understood is left out. */
export interface SheetValue {
	choices: Choice[];
	contacts: Contact[];
	answers: Answer[];
	recommendations: Recommendation[];
	notes: string;
}

/** What a sheet says before anybody wrote in it. */
export const EMPTY_SHEET: SheetValue = {
	choices: [],
	contacts: [],
	answers: [],
	recommendations: [],
	notes: ''
};

/** How far one item of an exercise is. */
export interface ItemProgress {
	id: string;
	state: 'empty' | 'begun' | 'complete';
	/** For a need: number of tools. */
	tools: number;
	/** What is missing, for words like "reason missing". */
	missing: ('tool' | 'asks' | 'executes' | 'reason' | 'answer')[];
}
