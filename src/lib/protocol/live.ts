import type { CatchUp, JoinSheet, Joined, SheetUpdate, SheetUpdated, Taken } from './sheet';

/** What a browser says when it connects. The person, facilitator or screen behind it is known by cookie. */
export interface Handshake {
	as: 'person' | 'facilitator' | 'screen';
	/** The workshop's code; a facilitator gives the workshop's id; a screen gives nothing. */
	workshop?: string;
	/** The version of the workshop the page was loaded with: an older one is sent the new. */
	version: number;
	/** Takes whatever comes as a sign that the server is there: it need send no ping meanwhile. */
	hearsAll?: boolean;
}

/** Where in the sheet somebody is. Volatile: never stored. */
export interface Place {
	/** A field (`entry|field`), an item's id, or nothing in particular. */
	at: string | null;
	/** Keys were pressed in that field within the last seconds. */
	writing: boolean;
}

/** One person of a team as the others see them now. */
export interface Presence extends Place {
	person: string;
}

/** Where on the page of merging a facilitator is now. Volatile: never stored. */
export interface AtGroup {
	/** Key of the group that is open there; null: none. */
	group: string | null;
}

/** A facilitator who is on that page, as the others see them. */
export interface PresentLead extends AtGroup {
	/** Id of their account. */
	facilitator: string;
}

/** A new view of the workshop: only the parts that changed since this socket was last told. */
export interface Changed {
	version: number;
	/** Server's clock, ms since 1970: clocks are shown relative to it. */
	now: number;
	parts: Record<string, unknown>;
}

export interface ClientEvents {
	'sheet:join': (message: JoinSheet, ack: (reply: Joined) => void) => void;
	'sheet:update': (message: SheetUpdate, ack: (reply: Taken) => void) => void;
	'sheet:catch-up': (message: CatchUp, ack: (reply: Taken) => void) => void;
	'presence:move': (place: Place) => void;
	'plenary:at': (place: AtGroup) => void;
}

const known: Record<keyof ClientEvents, true> = {
	'sheet:join': true,
	'sheet:update': true,
	'sheet:catch-up': true,
	'presence:move': true,
	'plenary:at': true
};

/** Their names at run time: a test holds a row for each of them. */
export const CLIENT_EVENTS = Object.keys(known) as (keyof ClientEvents)[];

export interface ServerEvents {
	'workshop:changed': (change: Changed) => void;
	'sheet:updated': (update: SheetUpdated) => void;
	'presence:changed': (team: Presence[]) => void;
	/** The facilitators who merge now, the one who is told among them. */
	'plenary:present': (all: PresentLead[]) => void;
	/** Said when it changes, and to whoever comes while nothing can be kept. */
	'disk:changed': (disk: 'ok' | 'full') => void;
	/** The facilitator decided on what this device brought late: join that sheet again. */
	'sheet:decided': (sheet: string) => void;
	/** This connection ends, and another one is welcome after a pause. */
	'connection:cut': (why: Cut) => void;
	/** The device no longer holds its name, or the screen was let go: the page starts again. */
	'device:released': (why: Release) => void;
}

/**
 * Why a device no longer holds its name: it was left here, freed by a facilitator, given to another
 * device, or the person was taken off the list.
 */
export type Release = 'left' | 'freed' | 'replaced' | 'removed';

/** *too-fast*: more than anybody types. *too-many*: one person's connections. */
export type Cut = 'too-fast' | 'too-many';

/** Connection refusals, as `connect_error` messages. */
export type ConnectRefusal =
	'no-workshop' | 'not-signed-in' | 'not-yours' | 'bad-handshake' | 'too-fast';
