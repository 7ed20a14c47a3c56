import type * as Y from 'yjs';
import type { ClientEvents } from '../protocol/live';
import type { SheetRefusal } from '../protocol/sheet';

type SheetEvent = 'sheet:join' | 'sheet:update' | 'sheet:catch-up';

/** What carries the messages: a socket while it is connected, or a test's own. */
export interface Wire {
	emit<E extends SheetEvent>(event: E, ...message: Parameters<ClientEvents[E]>): unknown;
}

/** Why a copy of a sheet came to its end, and which fields held what was not taken in. */
export interface End {
	why: SheetRefusal;
	/** `entry|field` of every field with something unsaved. */
	keys: string[];
}

/**
 * *offline*: nothing can be sent. *joining*: asking what the other side has. *live*: edits flow.
 * *late*: the sheet is closed and this copy holds more than the server. *ended*: a copy that was
 * refused; what builds on it would be refused too.
 */
export type LinkState = 'offline' | 'joining' | 'live' | 'late' | 'ended';

/** One edit made here: the fields it touched, and its bytes while this tab has them. */
export interface Change {
	id: string;
	/** `entry|field` */
	keys: string[];
	/** Undefined: written before the page was opened again, in the document since. */
	update: Uint8Array | undefined;
}

/** A change just made. */
export interface Written extends Change {
	update: Uint8Array;
}

/** Where changes are noted until the server has committed them. */
export interface Pad {
	wrote: (change: Written) => void;
	acknowledged: (ids: string[]) => void;
}

export interface Link {
	sheet: string;
	doc: Y.Doc;
	wire: Wire;
	/** State, `may` or the number of unsaved changes is another. */
	changed: () => void;
	/** Called once; the owner joins with a fresh document. */
	ended: (end: End) => void;
	/** Notes what is not acknowledged over a reload; without one this tab alone knows. */
	pad?: Pad | undefined;
	/** Calls back after so many ms; a test has its own. */
	later?: (call: () => void, ms: number) => void;
}
