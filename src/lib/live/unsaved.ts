import * as Y from 'yjs';
import { SET } from '../sheet/layout';
import { MAX_UPDATE } from '../sheet/limits';

/** One edit made here: its bytes, and the fields it touched. */
interface Change {
	update: Uint8Array;
	keys: string[];
}

/** The edits made on a document here that the server has not acknowledged, in order. */
export class Unsaved {
	#doc: Y.Doc;
	#remote: unknown;
	#added: () => void;
	#waiting: Change[] = [];
	#sent: Change[] = [];

	/**
	 * @param remote origin of what came from the server
	 * @param added called after each edit
	 */
	constructor(doc: Y.Doc, remote: unknown, added: () => void) {
		this.#doc = doc;
		this.#remote = remote;
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

	/** Takes the next edits that fit one message. *long*: a single one that is over the limit. */
	sendNext(): { update: Uint8Array; long: boolean } | undefined {
		let bytes = 0;
		let count = 0;
		for (const { update } of this.#waiting) {
			bytes += update.length;
			if (bytes > MAX_UPDATE) break;
			count++;
		}
		if (this.#waiting.length === 0) return undefined;
		this.#sent = this.#waiting.splice(0, Math.max(1, count));
		const [first, ...more] = this.#sent.map((change) => change.update);
		if (!first) return undefined;
		const update = more.length === 0 ? first : Y.mergeUpdates([first, ...more]);
		return { update, long: update.length > MAX_UPDATE };
	}

	/** Everything goes with one catch-up. */
	sendAll(): void {
		this.#sent.push(...this.#waiting.splice(0));
	}

	/** What was sent is acknowledged. */
	saved(): void {
		this.#sent = [];
	}

	/** What was sent may not have arrived. */
	back(): void {
		this.#waiting.unshift(...this.#sent.splice(0));
	}

	/** Stops listening to the document. */
	stop(): void {
		this.#doc.off('update', this.#hear);
	}

	#hear = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
		if (origin === this.#remote) return;
		this.#waiting.push({ update, keys: touched(this.#doc, transaction) });
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
