import type { Delegation, Person } from '../people/person';
import type { Scenario, StageKind, Tool } from '../scenario/scenario';
import type { Clock } from './clock';
import type { Projection } from './projector';
import type { Turn } from './turns';

export interface Participant extends Person {
	/** Id of the delegation; `delegation` is its name. */
	from: string;
	/** Has taken their name on at least one device. */
	joined: boolean;
	/** ms since 1970 of the first device, newest names glow on the projector. */
	joinedAt: number | null;
	/** Browsers that hold this name now. */
	devices: number;
}

/** Somebody who waits at the door. */
export interface NameRequest {
	id: string;
	/** Whose name is asked for; null: not on the list. */
	person: string | null;
	/** As typed by whoever is not on the list. */
	name: string;
	delegation: string;
	/** ms since 1970 */
	at: number;
}

/** A name that came to a device by more than being free. */
export interface TakenOver {
	person: string;
	/** A facilitator let it in, added it to the list, or the doors were open. */
	how: 'granted' | 'added' | 'doors';
	/** ms since 1970 */
	at: number;
}

/** Time that passed unseen while a clock ran, of which the facilitator is asked. */
export interface Missed {
	/** The computer slept, the program was off, or the computer's clock was put forward or back. */
	what: 'slept' | 'off' | 'forward' | 'back';
	/** ms since 1970, when it was found */
	at: number;
	ms: number;
}

export interface Stage extends Clock {
	id: string;
	kind: StageKind;
	title: string;
	/** Id of the scenario's exercise, for kind `exercise`. */
	exercise: string | null;
	/** ms that passed unseen (sleep, restart); the facilitator may count them. */
	gap: number;
	openedAt: number | null;
	closedAt: number | null;
}

export interface Team {
	id: string;
	name: string;
	place: string;
	side: string | null;
	members: { person: string; pinned: boolean; parts: string[] }[];
}

export interface Division {
	id: string;
	seed: number;
	announced: boolean;
	teams: Team[];
}

/** Where a team writes an exercise. */
export interface Sheet {
	id: string;
	team: string;
	exercise: string;
	/** ms since 1970; null while it may be written. */
	closedAt: number | null;
}

/** Somebody with an account who leads a workshop. */
export interface Lead {
	id: string;
	name: string;
	/** It is theirs; others came by a link. */
	owner: boolean;
	/** ms since 1970 */
	since: number;
}

/** What a team says of its choices for a need once it has seen the expert's view. */
export interface TeamVerdict {
	sheet: string;
	need: string;
	is: 'keep' | 'revise';
	reason: string;
	/** Ids of the tools it had chosen, in order, and of those it would choose now. */
	before: string[];
	after: string[];
	/** Who said so for the team. */
	person: string;
	/** ms since 1970 */
	at: number;
}

/** Everything about a workshop but the sheets' contents, as plain values. */
export interface WorkshopState {
	id: string;
	code: string;
	owner: string;
	/** Its owner, then co-facilitators in the order in which they came. */
	leads: Lead[];
	/** Id of the facilitator who opens stages, releases injects and shows things to the room. */
	controls: string;
	title: string;
	place: string;
	wifi: string;
	/** ISO dates, first and last day. */
	from: string;
	to: string;
	status: 'draft' | 'open' | 'ended';
	namesListed: boolean;
	version: number;
	projector: Projection;
	projectorProgress: 'hidden' | 'done' | 'full';
	/** Id of the edition it keeps. */
	edition: string;
	scenario: Scenario;
	tools: Tool[];
	/** Hosts first, then guests, each in alphabetical order: the order of their marks. */
	delegations: Delegation[];
	people: Participant[];
	stages: Stage[];
	/** Id of the stage that is open now. */
	openStage: string | null;
	/** What passed unseen in it, the oldest first, until the facilitator answers. */
	missed: Missed[];
	/** The newest draw. */
	division: Division | null;
	/** Draws that were announced and replaced by a newer one; what their teams wrote stays. */
	earlier: Division[];
	releases: { inject: string; team: string; at: number }[];
	/** Teams that said "we are done" with a stage. */
	done: { team: string; stage: string; person: string; at: number }[];
	/** Who has opened which inject. */
	read: { person: string; inject: string }[];
	sheets: Sheet[];
	/** Who presents when, of every stage of which the order was drawn. */
	turns: Turn[];
	/** Exercises whose expert's view is open to all, and since when; ms since 1970. */
	debriefs: { exercise: string; at: number }[];
	verdicts: TeamVerdict[];
	screens: { id: string }[];
	/** The newest vote of the room; null: there was none. */
	ballot: { id: string; open: boolean } | null;
	door: {
		/** Until then a taken name may be claimed without asking; ms since 1970. */
		openUntil: number | null;
		/** Oldest first. */
		waiting: NameRequest[];
		/** Newest first. */
		taken: TakenOver[];
	};
}
