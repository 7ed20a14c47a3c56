import * as Y from 'yjs';
import { SET } from './layout';
import { knownClock } from './store';

/** What one update did to one field. */
export interface FieldChange {
	/** `entry|field` */
	key: string;
	/** What stood there, as words; '' for nothing. */
	before: string;
	after: string;
}

/** What one update did to a sheet. */
export interface Change {
	fields: FieldChange[];
	/** Client ids it brought new writing of; none where it only took something away. */
	clients: number[];
}

/** A sheet as it grew: its log applied row by row, telling what each row changed. */
export class Replay {
	readonly doc = new Y.Doc();
	#names = new Map<unknown, string>();
	#touched = new Set<string>();
	#words = new Map<string, string>();

	constructor() {
		this.doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
			for (const [type, keys] of changed)
				for (const key of keys) this.#touched.add(key ?? this.#nameOf(type));
		});
	}

	/** @param update the next row of the log */
	apply(update: Uint8Array): Change {
		const { from } = Y.parseUpdateMeta(update);
		const known = new Map([...from.keys()].map((id) => [id, knownClock(this.doc, id)]));
		Y.applyUpdate(this.doc, update);
		const clients = [...known].flatMap(([id, clock]) =>
			knownClock(this.doc, id) > clock ? [id] : []
		);
		const fields = [...this.#touched].flatMap((key) => {
			const before = this.#words.get(key) ?? '';
			const after = this.#wordsOf(key);
			this.#words.set(key, after);
			return before === after ? [] : [{ key, before, after }];
		});
		this.#touched.clear();
		return { fields, clients };
	}

	/** A root that came over the wire has no kind until it is asked for, and is another object then. */
	#nameOf(type: unknown): string {
		if (!this.#names.has(type))
			for (const [name, root] of this.doc.share) this.#names.set(root, name);
		return this.#names.get(type) ?? '';
	}

	#wordsOf(key: string): string {
		if (this.doc.share.has(key)) return this.doc.getText(key).toString();
		const value = this.doc.getMap(SET).get(key) ?? '';
		return Array.isArray(value) ? value.join(', ') : String(value);
	}
}
