import type { Audience } from '../scenario/scenario';
import type { Act } from '../workshop/acts';
import type { Clock } from '../workshop/clock';
import type { Controls } from '../workshop/controls';
import type { Projection } from '../workshop/projector';
import type { Missed } from '../workshop/state';
import type { LateView } from './late';
import type { DelegationView, ExpertView, MemberView, TeamProgress } from './parts';

/** What is wrong with the facilitator's computer; null: nothing. */
export type MachineView =
	| { what: 'copies-fail' }
	| { what: 'codes-guessed'; /** what people type meanwhile, twelve characters */ long: string }
	| { what: 'disk-low'; /** bytes left */ free: number }
	| {
			what: 'disk-full';
			/** no space, or another reason why the disk takes nothing */ space: boolean;
	  }
	| null;

/** All that the facilitator's Run page gets. */
export interface CockpitView {
	workshop: {
		id: string;
		code: string;
		title: string;
		status: 'draft' | 'open' | 'ended';
		projector: Projection;
		projectorProgress: 'hidden' | 'done' | 'full';
		screens: number;
	};
	delegations: DelegationView[];
	people: { id: string; name: string; delegation: string; joined: boolean; observer: boolean }[];
	agenda: {
		id: string;
		kind: string;
		title: string;
		/** ms */
		planned: number;
		openedAt: number | null;
		closedAt: number | null;
	}[];
	/** The open stage. */
	stage: {
		id: string;
		kind: string;
		title: string;
		clock: Clock;
		/** ms that passed unseen: count them? */
		gap: number;
		/** How they passed. */
		missed: Missed[];
	} | null;
	next: { id: string; kind: string; title: string; minutes: number } | null;
	canStepBack: boolean;
	/**
	 * The facilitator's notes on the open exercise, then on its items and injects in order; before
	 * any exercise those on the whole case. HTML: the lines that begin with "Say:", and the rest.
	 */
	script: { title: string; say: string; notes: string }[];
	teams: {
		id: string;
		name: string;
		place: string;
		side: string | null;
		members: MemberView[];
		done: { at: number; by: string } | null;
		sheet: string | null;
	}[];
	/** Minutes of choosing alone that the author advises for the open exercise. */
	aloneFirst: number | null;
	/** Names of the open exercise's needs and questions, in order. */
	items: { id: string; kind: 'need' | 'question'; title: string }[];
	injects: {
		id: string;
		title: string;
		html: string;
		audience: Audience;
		/** ms of the exercise's clock at which it falls due; null: by hand. */
		at: number | null;
		/** Ids of the teams it is meant for. */
		teams: string[];
		released: { team: string; at: number }[];
		readBy: number;
		readers: number;
	}[];
	/** HTML of the expert's view and debrief, for the facilitator to speak from. */
	expert: ({ title: string } & ExpertView)[];
	/** Who presents in the open stage and when; null: it is no stage of presentations. */
	turns: TurnsView | null;
	door: {
		/** Who waits, oldest first. */
		waiting: DoorLine[];
		/** Until then a taken name may be claimed without asking; ms since 1970. */
		openUntil: number | null;
		/** Names that came to a device by more than being free, newest first. */
		taken: { person: string; name: string; how: 'granted' | 'added' | 'doors'; at: number }[];
	};
	/** Where people go, and whether that changed a while ago. */
	address: {
		/** Without `http://`. */
		now: string;
		/** SVG */
		qr: string;
		/** The address before, and when it changed; ms since 1970. */
		changed: { before: string; at: number } | null;
	};
	/** Of the workshop: pages that show what is no part of this view are made again when it moves. */
	version: number;
	/** Volatile: who is connected, how far teams are, what this computer lacks. */
	live: { here: string[]; progress: TeamProgress[]; machine: MachineView };
	/** Null: this facilitator leads alone. */
	controls: Controls | null;
	/** What another facilitator did last. */
	acted: {
		/** The workshop's version that it made. */
		version: number;
		/** ms since 1970 */
		at: number;
		/** Their name. */
		by: string;
		what: Act;
		/** Of the stage or inject it is about. */
		title: string;
	} | null;
	/** What devices brought after their sheets were closed and nobody decided yet, oldest first. */
	late: LateView[];
}

/** The order of presentations. */
export interface TurnsView {
	/** The number it was drawn with; null: not drawn yet. */
	seed: number | null;
	/** ms for each */
	planned: number;
	list: {
		team: string;
		name: string;
		clock: Clock;
		/** ms since 1970; null: not yet */
		begunAt: number | null;
		endedAt: number | null;
	}[];
}

/** Somebody who waits at the door. */
export interface DoorLine {
	/** Of the request. */
	id: string;
	/** ms since 1970 */
	at: number;
	name: string;
	/** Of the list, or as typed. */
	delegation: string;
	/** Null: the name is on the list and in use on another device. */
	unlisted: {
		/** The delegation as it is spelled here; null where the workshop has none like it. */
		delegation: string | null;
		/** It may be a slip for that one. */
		near: string | null;
		/** Somebody of the list whose name is much like it. */
		alike: { id: string; name: string; delegation: string } | null;
	} | null;
}
