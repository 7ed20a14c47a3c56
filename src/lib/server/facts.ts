import type { Release } from '../protocol/live';

/** Something was committed. Whoever hears it asks what its receivers may see. */
export type Fact =
	| { kind: 'workshop'; workshop: string; version: number }
	/**
	 * A sheet took what came together, as one update, which whoever has joined that sheet lacks now;
	 * *from* are connections that have all of it. The one fact that carries its content: it goes to
	 * its own team and nowhere else.
	 */
	| { kind: 'sheet'; workshop: string; sheet: string; update: Uint8Array; from: string[] }
	/** Somebody voted. */
	| { kind: 'vote'; workshop: string }
	/** It was decided what becomes of what a device brought late. */
	| { kind: 'late'; workshop: string; sheet: string; device: string }
	/** Devices no longer hold their name. */
	| { kind: 'released'; workshop: string; devices: string[]; why: Release }
	/** A facilitator leads a workshop no more. */
	| { kind: 'dismissed'; workshop: string; facilitator: string }
	/** This computer is reached at other addresses now. */
	| { kind: 'addresses' }
	/** The disk is getting full, takes nothing, or takes what is written again. */
	| { kind: 'disk' }
	/** A projector was let go or paired. */
	| { kind: 'screen'; screen: string };

type Listener = (fact: Fact) => void;

const listeners = new Set<Listener>();

/** Tells everybody who listens; called after the commit. */
export function announce(fact: Fact): void {
	for (const listener of listeners) listener(fact);
}

/** @returns what stops listening */
export function hear(listener: Listener): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
