import type { UpdateRefusal } from '../sheet/check';

export { MAX_CATCH_UP, MAX_CLOCKS, MAX_SHEET, MAX_UPDATE } from '../sheet/limits';

/** Why the server took nothing. Sentences are made from these where they are shown. */
export type SheetRefusal =
	| UpdateRefusal // what the bytes alone show
	| 'sheet-full' // the sheet would grow over 2 MiB
	| 'no-sheet' // no such sheet
	| 'not-yours' // another team's sheet, or an observer
	| 'closed' // the exercise is not open
	| 'declined' // it came after closing, and the facilitator left it out
	| 'internal';

/** May this device write now? *late*: the sheet is closed, what comes is a late bundle. */
export type May = 'write' | 'late' | 'read';

export interface JoinSheet {
	sheet: string;
	/** The Yjs client id the document writes under. */
	client: number;
	/** State vector of the browser's document. */
	vector: Uint8Array;
}

/** What became of the bundle a device brought after its sheet was closed. */
export type LateState = 'waiting' | 'accepted' | 'declined';

/** `late` only where the sheet is closed and this device brought something afterwards. */
export type Joined =
	| { ok: true; may: May; update: Uint8Array; vector: Uint8Array; late?: LateState }
	| { ok: false; why: SheetRefusal | 'client-taken' };

export interface SheetUpdate {
	sheet: string;
	update: Uint8Array;
}

/** Everything the server lacked after a join, in one piece; may carry others' text (a healed server). */
export type CatchUp = SheetUpdate;

/**
 * What became of an update. *kept*: committed. *known*: the server had it. *late*: the sheet was
 * closed; it is kept apart until the facilitator decides. *gap*: something before it is missing,
 * join again. Only the first two clear the count of unsaved changes.
 */
export type Taken =
	{ what: 'kept' | 'known' | 'gap' } | { what: 'late' | 'refused'; why: SheetRefusal };

export interface SheetUpdated {
	sheet: string;
	update: Uint8Array;
}
