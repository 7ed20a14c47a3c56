import * as Y from 'yjs';
import { drop, isListed, list } from './kept';
import type { Change, Pad, Written } from './wire';

/** So many rows are joined into one. */
const MANY = 500;

/**
 * *opening*: the browser is still at it. *kept*: what was written stands on this device. *refused*:
 * the browser keeps nothing (private window, disk full), or no longer. *dropped*: nothing is left to
 * keep.
 */
export type StoreState = 'opening' | 'kept' | 'refused' | 'dropped';

/**
 * A document's copy in IndexedDB, with a note of each change that the server has not acknowledged.
 * Text and note are written in one transaction, so that after a closed tab both are there or none.
 * (y-indexeddb keeps the text alone, and says nothing when a browser refuses.) Tabs share a copy:
 * each adds what it hears, and Yjs takes everything once.
 */
export class Store implements Pad {
	state: StoreState = 'opening';
	/**
	 * Kept once the document holds what was stored, with the changes that no server has
	 * acknowledged; with none where storage is refused.
	 */
	readonly opened: Promise<Change[]>;
	#name: string;
	#doc: Y.Doc;
	#changed: () => void;
	#db: IDBDatabase | undefined;
	#closed = false;
	#rows = 0;
	/** Changes on their way to the disk. */
	#coming = 0;
	/** Own changes of this tab that the server has not acknowledged. */
	#unsaved = new Map<string, string[]>();

	/**
	 * @param name database, and entry of the list of what is kept
	 * @param after an earlier copy of that name is gone then
	 * @param changed `state` or `coming` is another
	 */
	constructor(name: string, doc: Y.Doc, after: Promise<unknown>, changed: () => void) {
		this.#name = name;
		this.#doc = doc;
		this.#changed = changed;
		doc.on('update', this.#heard);
		this.opened = after.then(() => this.#open());
	}

	/** Changes that do not stand on the disk yet: a browser that is killed now loses them. */
	get coming(): number {
		return this.#coming;
	}

	/** A change was made here: its text and its note go to the disk at once. */
	wrote({ id, keys, update }: Written): void {
		this.#unsaved.set(id, keys);
		const tx = this.#write((updates, unsaved) => {
			updates.add(update);
			unsaved.put(keys, id);
		});
		if (!tx) return;
		this.#coming++;
		tx.oncomplete = () => {
			this.#coming--;
			this.#changed();
		};
	}

	/** The server has committed these changes. */
	acknowledged(ids: string[]): void {
		for (const id of ids) this.#unsaved.delete(id);
		this.#write((_updates, unsaved) => {
			for (const id of ids) unsaved.delete(id);
		});
	}

	/** Stops keeping; what stands on the disk stays. */
	close(): void {
		this.#closed = true;
		this.#doc.off('update', this.#heard);
		this.#db?.close();
		this.#db = undefined;
	}

	/** Deletes the copy. */
	async drop(): Promise<void> {
		this.close();
		await this.opened;
		await drop(this.#name);
	}

	#heard = (update: Uint8Array, origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
		if (!local && origin !== this) this.#write((updates) => updates.add(update));
	};

	async #open(): Promise<Change[]> {
		try {
			list(this.#name);
			const db = await openDatabase(this.#name);
			list(this.#name); // another tab may have ended the one before in between
			if (this.#closed) {
				db.close();
				return [];
			}
			db.onversionchange = () => this.#droppedElsewhere(db);
			db.onclose = () => this.#refused();
			this.#db = db;
			const found = await this.#load(db);
			this.state = 'kept';
			this.#changed();
			return found;
		} catch {
			this.#refused();
			return [];
		}
	}

	/** Puts what was stored into the document, and what the document held before into the store. */
	async #load(db: IDBDatabase): Promise<Change[]> {
		const tx = db.transaction(['updates', 'unsaved'], 'readwrite');
		const [updates, unsaved] = [tx.objectStore('updates'), tx.objectStore('unsaved')];
		const own = Y.encodeStateAsUpdate(this.#doc);
		const rows = updates.getAll() as IDBRequest<Uint8Array[]>;
		const ids = unsaved.getAllKeys() as IDBRequest<string[]>;
		const keys = unsaved.getAll() as IDBRequest<string[][]>;
		keys.onsuccess = () => {
			if (rows.result.length > MANY) {
				updates.clear();
				updates.add(Y.mergeUpdates(rows.result));
			}
			if (this.#doc.store.clients.size > 0) updates.add(own);
			for (const [id, touched] of this.#unsaved) unsaved.put(touched, id);
		};
		await done(tx);
		this.#rows = Math.min(rows.result.length, MANY);
		Y.transact(
			this.#doc,
			() => rows.result.forEach((row) => Y.applyUpdate(this.#doc, row, this)),
			this,
			false
		);
		return ids.result
			.map((id, i) => ({ id, keys: keys.result[i] ?? [], update: undefined }))
			.filter(({ id }) => !this.#unsaved.has(id));
	}

	#write(
		put: (updates: IDBObjectStore, unsaved: IDBObjectStore) => void
	): IDBTransaction | undefined {
		if (!this.#db) return undefined;
		try {
			const tx = this.#db.transaction(['updates', 'unsaved'], 'readwrite');
			tx.onabort = () => this.#refused();
			put(tx.objectStore('updates'), tx.objectStore('unsaved'));
			if (++this.#rows > 2 * MANY) this.#pack(tx.objectStore('updates'));
			return tx;
		} catch {
			this.#refused();
			return undefined;
		}
	}

	#pack(updates: IDBObjectStore): void {
		this.#rows = 0;
		const rows = updates.getAll() as IDBRequest<Uint8Array[]>;
		rows.onsuccess = () => {
			updates.clear();
			updates.add(Y.mergeUpdates(rows.result));
		};
	}

	/** Another tab deleted the copy: a refused one is begun anew, at "not me" it stays away. */
	#droppedElsewhere(db: IDBDatabase): void {
		db.close();
		this.#db = undefined;
		if (!this.#closed && isListed(this.#name)) void this.#open();
		else this.#refused();
	}

	#refused(): void {
		this.close();
		this.state = 'refused';
		this.#changed();
	}
}

function openDatabase(name: string): Promise<IDBDatabase> {
	return new Promise((opened, refused) => {
		const request = indexedDB.open(name, 1);
		request.onupgradeneeded = () => {
			request.result.createObjectStore('updates', { autoIncrement: true });
			request.result.createObjectStore('unsaved');
		};
		request.onsuccess = () => opened(request.result);
		request.onerror = () => refused(new Error(request.error?.message));
	});
}

function done(tx: IDBTransaction): Promise<void> {
	return new Promise((complete, failed) => {
		tx.oncomplete = () => complete();
		tx.onabort = () => failed(new Error(tx.error?.message));
	});
}
