import * as Y from 'yjs';
import { SET } from '../sheet/layout';
import { MAX_UPDATE } from '../sheet/limits';
import type { Change, Pad } from './wire';

/** The edits made on a document here that the server has not acknowledged, in order. */
export class Unsaved {
	#doc: Y.Doc;
	#pad: Pad | undefined;
	#added: () => void;
	/** Begins the ids of this tab's changes: tabs of one browser share a pad. */
	#tab = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join('');
	#made = 0;
	#waiting: Change[] = [];
	#sent: Change[] = [];

	/**
	 * @param pad notes each change until it is acknowledged
	 * @param added called after each edit
	 */
	constructor(doc: Y.Doc, pad: Pad | undefined, added: () => void) {
		this.#doc = doc;
		this.#pad = pad;
		this.#added = added;
		doc.on('update', this.#hear);
	}

	get count(): number {
		return this.#waiting.length + this.#sent.length;
	}

	/** Every field with something unsaved, each once. */
	keys(): string[] {
		return [...new Set([...this.#sent, ...this.#waiting].flatMap((change) => change.keys))];
	}

	/** Counts changes that were made before the page was opened again; they go with a catch-up. */
	restore(changes: Change[]): void {
		const known = new Set([...this.#sent, ...this.#waiting].map(({ id }) => id));
		this.#waiting.unshift(...changes.filter(({ id }) => !known.has(id)));
	}

	/** Takes the next edits that fit one message. *long*: a single one that is over the limit. */
	sendNext(): { update: Uint8Array; long: boolean } | undefined {
		let bytes = 0;
		const updates: Uint8Array[] = [];
		for (const { update } of this.#waiting) {
			if (!update || (updates.length > 0 && bytes + update.length > MAX_UPDATE)) break;
			bytes += update.length;
			updates.push(update);
		}
		const [first, ...more] = updates;
		if (!first) return undefined;
		this.#sent = this.#waiting.splice(0, updates.length);
		const update = more.length === 0 ? first : Y.mergeUpdates([first, ...more]);
		return { update, long: update.length > MAX_UPDATE };
	}

	/** Everything goes with one catch-up. */
	sendAll(): void {
		this.#sent.push(...this.#waiting.splice(0));
	}

	/** What was sent is acknowledged. */
	saved(): void {
		const ids = this.#sent.splice(0).map(({ id }) => id);
		if (ids.length > 0) this.#pad?.acknowledged(ids);
	}

	/** What was sent may not have arrived. */
	back(): void {
		this.#waiting.unshift(...this.#sent.splice(0));
	}

	/** Stops listening to the document. */
	stop(): void {
		this.#doc.off('update', this.#hear);
	}

	/** What came from the server or from the disk is no edit made here. */
	#hear = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
		if (!transaction.local) return;
		const id = `${this.#tab}-${++this.#made}`;
		const change = { id, keys: touched(this.#doc, transaction), update };
		this.#waiting.push(change);
		this.#pad?.wrote(change);
		this.#added();
	};
}

/** `entry|field` of the fields a transaction changed. */
function touched(doc: Y.Doc, transaction: Y.Transaction): string[] {
	const keys: string[] = [];
	for (const [name, type] of doc.share) {
		const subs = transaction.changed.get(type);
		if (!subs) continue;
		if (name !== SET) keys.push(name);
		else for (const sub of subs) if (sub !== null) keys.push(sub);
	}
	return keys;
}
