import * as Y from 'yjs';
import type { LateState, May } from '../protocol/sheet';
import type { Listener } from './connection.svelte';
import { readAside, writeAside } from './kept';
import { setAside, type SetAside } from './set-aside';
import { SheetLink } from './sheet-link';
import { Size } from './size';
import { Store, type StoreState } from './store';
import type { Change, End, LinkState, Wire } from './wire';

/** A browser that opens its copy more slowly is not waited for, ms. */
const PATIENCE = 2000;

/** *late*: the sheet was closed and this copy holds more than the server. */
export type Saved = 'saved' | 'saving' | 'offline' | 'late';

/** What a sheet needs of a connection. */
export interface Line {
	readonly wire: Wire;
	listen: (sheet: string, listener: Listener) => () => void;
}

/** This browser's copy of a sheet: kept on the device, in step with the server, truly counted. */
export class Copy {
	readonly id: string;
	#line: Line;
	#doc = $state.raw(new Y.Doc());
	#state = $state<LinkState>('offline');
	#may = $state<May>('read');
	#late = $state<LateState>();
	#nearlyFull = $state(false);
	#unsaved = $state(0);
	/** Of them, those on their way to this device's disk. */
	#coming = $state(0);
	#settled = $state(false);
	#ready = $state(false);
	#setAside = $state.raw<SetAside[]>([]);
	#stored = $state<StoreState>('opening');
	#name: string | undefined;
	#store: Store | undefined;
	#link: SheetLink;
	/** The copy on this device is in the document, or is not waited for. */
	#loaded = false;
	#online = false;
	/** Not there, or not this person's: nothing of it is kept. */
	#foreign = false;
	#dropped: Promise<unknown> = Promise.resolve();

	/** @param name the copy on this device; without one the sheet is in this tab only */
	constructor(id: string, line: Line, name?: string) {
		this.id = id;
		this.#line = line;
		this.#name = name;
		if (name) this.#setAside = readAside(name);
		this.#link = this.#join();
	}

	/** The document; another one after a refusal, so bind boxes to `text(…)` in a template. */
	get doc(): Y.Doc {
		return this.#doc;
	}

	/** There is something to write in: the server's copy has come, or one was kept on this device. */
	get ready(): boolean {
		return this.#ready;
	}

	get may(): May {
		return this.#may;
	}

	/** What became of what this device brought after the sheet was closed. */
	get late(): LateState | undefined {
		return this.#state === 'late' ? 'waiting' : this.#late;
	}

	/** Soon the sheet takes no more text. */
	get nearlyFull(): boolean {
		return this.#nearlyFull;
	}

	/** Changes made here that the server has not acknowledged. */
	get unsaved(): number {
		return this.#unsaved;
	}

	/** Of the unsaved changes, those that stand on this device (or, where it keeps none, in this tab). */
	get kept(): number {
		return Math.max(0, this.#unsaved - this.#coming);
	}

	/** Whether what is written here stands on this device too. */
	get stored(): StoreState {
		return this.#stored;
	}

	/** *saved* only when everything is acknowledged: what the page may say. */
	get saved(): Saved {
		if (this.#state === 'late') return 'late';
		if (this.#state === 'offline') return 'offline';
		return this.#settled ? 'saved' : 'saving';
	}

	/** Own text that was refused, until the page lets it go. */
	get setAside(): SetAside[] {
		return this.#setAside;
	}

	/** The person closed that block. */
	letGo(block: SetAside): void {
		this.#keepAside(this.#setAside.filter((other) => other !== block));
	}

	/** Follows the connection until the function it gives back is called. */
	connect(): () => void {
		const leave = this.#line.listen(this.id, {
			online: () => {
				this.#online = true;
				this.rejoin();
			},
			offline: () => {
				this.#online = false;
				this.#link.disconnected();
			},
			receive: (update) => this.#link.receive(update),
			decided: () => this.rejoin()
		});
		return () => {
			leave();
			this.#link.close();
			this.#store?.close();
		};
	}

	/** Asks again whether this sheet may be written: it was closed or opened. */
	rejoin(): void {
		if (this.#online && this.#loaded) this.#link.join();
	}

	/** Keeps a copy on this device, if it does not: a closed sheet was opened again. */
	keep(): void {
		if (this.#name && this.#stored === 'dropped') void this.#open();
	}

	/** Deletes the copy on this device: the sheet is closed, and the server has all of it. */
	async drop(): Promise<void> {
		const store = this.#store;
		if (!store || this.#stored === 'dropped') return;
		this.#stored = 'dropped';
		await (this.#dropped = store.drop());
	}

	/** The device was freed: what the server lacks is set aside, the copy deleted. */
	async abandon(): Promise<void> {
		const keys = this.#link.unsavedKeys;
		this.#link.close();
		this.#putAside({ why: 'not-yours', keys });
		await this.drop();
	}

	/** For `typing`: while a word is composed nothing from outside comes in. */
	hold = (): void => this.#link.hold();
	release = (): void => this.#link.release();

	/** The document is another one, or says something else; `own`: changes from this device's disk. */
	protected changed(_own?: Change[]): void {}

	#join(): SheetLink {
		const doc = this.#doc;
		const size = new Size();
		doc.on('update', (update: Uint8Array) => {
			size.add(doc, update.length);
			this.#nearlyFull = size.nearlyFull;
			this.changed();
		});
		const link = new SheetLink({
			sheet: this.id,
			doc,
			wire: { emit: (event, ...message) => this.#line.wire.emit(event, ...message) },
			pad: {
				wrote: (change) => this.#store?.wrote(change),
				acknowledged: (ids) => this.#store?.acknowledged(ids)
			},
			changed: () => this.#follow(link),
			ended: (end) => this.#ended(end)
		});
		this.#link = link;
		this.#loaded = !this.#name || this.#foreign;
		const opened = this.#open();
		if (this.#loaded) return link;
		const late = new Promise((over) => setTimeout(over, PATIENCE));
		void Promise.race([opened, late]).then(() => {
			this.#loaded = true;
			if (this.#link === link) this.rejoin();
		});
		return link;
	}

	/** Fills the document from this device's copy, and keeps it there from now on. */
	async #open(): Promise<void> {
		const { doc } = this;
		this.#stored = !this.#name ? 'refused' : this.#foreign ? 'dropped' : 'opening';
		if (!this.#name || this.#foreign) return;
		const store = new Store(this.#name, doc, this.#dropped, () => {
			if (this.#store !== store) return;
			this.#stored = store.state;
			this.#coming = store.state === 'refused' ? 0 : store.coming;
		});
		this.#store = store;
		const changes = await store.opened;
		if (this.#store !== store) return;
		// Whoever could write before the page was opened again may go on at once.
		if (!this.#ready && doc.store.clients.size > 0) [this.#ready, this.#may] = [true, 'write'];
		this.#link.restore(changes);
		this.changed(changes);
	}

	#follow(link: SheetLink): void {
		this.#state = link.state;
		this.#unsaved = link.unsaved;
		this.#coming = this.#stored === 'refused' ? 0 : (this.#store?.coming ?? 0);
		this.#settled = link.settled;
		this.#late = link.late;
		if (link.state !== 'live' && link.state !== 'late') return;
		this.#may = link.may;
		this.#ready = true;
	}

	/** A refusal ends that copy: its unsaved text is set aside and a fresh copy joins. */
	#ended(end: End): void {
		this.#putAside(end);
		if (this.#store) this.#dropped = this.#store.drop();
		this.#doc = new Y.Doc();
		this.changed();
		// A sheet that is not there, or not for this person, will not be there for a fresh copy.
		this.#foreign = end.why === 'no-sheet' || end.why === 'not-yours';
		this.#join();
		if (!this.#foreign) this.rejoin();
	}

	#putAside(end: End): void {
		const block = setAside(this.#doc, end);
		if (block) this.#keepAside([...this.#setAside, block]);
	}

	#keepAside(blocks: SetAside[]): void {
		this.#setAside = blocks;
		if (this.#name) writeAside(this.#name, blocks);
	}
}
