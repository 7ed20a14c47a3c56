/** Steps, by the names of their events, of which a facilitator is told when another took them. */
export const ACTS = [
	'clock-lengthened',
	'clock-paused',
	'clock-started',
	'co-facilitator-came',
	'controls-taken',
	'inject-released',
	'late-accepted',
	'late-declined',
	'settings-changed',
	'stage-opened',
	'teams-announced',
	'vote-closed',
	'vote-opened',
	'vote-reopened',
	'workshop-ended',
	'workshop-opened'
] as const;

export type Act = (typeof ACTS)[number];

/** A step that another facilitator took. */
export interface Acted {
	/** The workshop's version that it made. */
	version: number;
	/** ms since 1970 */
	at: number;
	/** Id of that facilitator. */
	by: string;
	what: Act;
	/** What its event says. */
	data: Record<string, unknown>;
}
