/**
 * Three kinds of text, three types. Nothing but `reveal.ts` turns `Held` or `Sealed` into
 * something that can be shown, and the linter decides who may import it.
 */

/** Markdown for everyone in the workshop. */
export interface Open {
	readonly open: string;
}

declare const held: unique symbol;
declare const sealed: unique symbol;

/** Markdown not due yet, or for some only: an inject, a handout to one part. */
export interface Held {
	readonly [held]: true;
}

/** Markdown for facilitators only, until they open it (expert, answer) or for good. */
export interface Sealed {
	readonly [sealed]: true;
}
