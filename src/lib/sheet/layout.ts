import type { Exercise } from '../scenario/scenario';

/** A question as far as its answer's shape goes. */
export interface LayoutQuestion {
	id: string;
	answer: 'text' | 'one' | 'several';
	options: string[];
	/** A reason is asked for, so an answer without one is not complete. */
	withReason: boolean;
}

/** What one exercise's sheet may hold; made from the scenario, small enough to keep with the sheet. */
export interface Layout {
	needs: string[];
	questions: LayoutQuestion[];
	/** Ids of the edition's toolbox. */
	tools: string[];
	recommendations: boolean;
}

/**
 * @param exercise of the workshop's edition
 * @param tools ids of the cards of that edition
 */
export function layoutOf(exercise: Exercise, tools: string[]): Layout {
	const questions = exercise.items.filter((item) => item.kind === 'question');
	return {
		needs: exercise.items.filter((item) => item.kind === 'need').map((need) => need.id),
		questions: questions.map(({ id, answer, options, withReason }) => ({
			id,
			answer,
			options: options.map((option) => option.id),
			withReason
		})),
		tools,
		recommendations: exercise.recommendations
	};
}

/** The one root map: keys `entry|field`, plain JSON values. */
export const SET = 'set';

/**
 * Every field of every kind of entry: `text` is a root Y.Text named `entry|field`, `value` a key
 * of the root map. Flat, because two browsers that create the same nested type lose one side.
 */
export const FIELDS = {
	/** `choice/<need>/<tool>/<country or ->` */
	choice: {
		reason: 'text',
		safeguards: 'text',
		asks: 'value',
		executes: 'value',
		urgency: 'value',
		use: 'value',
		rank: 'value',
		gone: 'value'
	},
	/** `answer/<question>`; `value` is an option's id or a list of them, `text` for questions answered in words. */
	answer: { text: 'text', reason: 'text', value: 'value' },
	/** `rec/<random>` */
	rec: {
		text: 'text',
		owner: 'text',
		horizon: 'value',
		countries: 'value',
		answers: 'value',
		rank: 'value',
		gone: 'value'
	},
	/** `contact/<random>` */
	contact: { note: 'text', need: 'value', role: 'value', institution: 'value', gone: 'value' },
	/** `notes` */
	notes: { text: 'text' }
} as const satisfies Record<string, Record<string, 'text' | 'value'>>;

export type EntryKind = keyof typeof FIELDS;

export const HORIZONS = ['immediate', 'short', 'medium', 'long'] as const;
export type Horizon = (typeof HORIZONS)[number];

export const URGENCIES = ['hours', 'days', 'routine'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const USES = ['lead', 'both', 'evidence'] as const;
