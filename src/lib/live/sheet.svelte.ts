import * as Y from 'yjs';
import type { May, SheetRefusal } from '../protocol/sheet';
import * as edit from '../sheet/edit';
import { newId } from '../sheet/entries';
import type { Horizon, Layout } from '../sheet/layout';
import { readSheet, textOf, valueOf } from '../sheet/read';
import type { SheetValue } from '../sheet/value';
import type { Listener } from './connection.svelte';
import { SheetLink } from './sheet-link';
import type { End, LinkState, Wire } from './wire';

/** What was not taken in: shown where it stood, with Copy and Put it in again. */
export interface SetAside {
	why: SheetRefusal;
	/** `entry|field`, and what stood there. */
	fields: { key: string; content: string }[];
}

/** *late*: the sheet was closed and this copy holds more than the server. */
export type Saved = 'saved' | 'saving' | 'offline' | 'late';

/** What a sheet needs of a connection. */
export interface Line {
	readonly wire: Wire;
	listen: (sheet: string, listener: Listener) => () => void;
}

/** One sheet as a page sees it: what it says, ways to edit it, and whether it is saved. */
export class LiveSheet {
	readonly id: string;
	readonly layout: Layout;
	#line: Line;
	#doc = $state.raw(new Y.Doc());
	#value = $state.raw() as SheetValue;
	#state = $state<LinkState>('offline');
	#may = $state<May>('read');
	#unsaved = $state(0);
	#ready = $state(false);
	#setAside = $state.raw<SetAside[]>([]);
	#link: SheetLink;
	#reading = false;
	#online = false;

	/** @param layout of the sheet's exercise */
	constructor(id: string, layout: Layout, line: Line) {
		this.id = id;
		this.layout = layout;
		this.#line = line;
		this.#value = readSheet(this.#doc, layout);
		this.#link = this.#join();
	}

	/** The document; another one after a refusal, so bind boxes to `text(…)` in a template. */
	get doc(): Y.Doc {
		return this.#doc;
	}

	/** Everything the sheet says now. */
	get value(): SheetValue {
		return this.#value;
	}

	/** The server's copy has come at least once. */
	get ready(): boolean {
		return this.#ready;
	}

	get may(): May {
		return this.#may;
	}

	/** Changes made here that the server has not acknowledged. */
	get unsaved(): number {
		return this.#unsaved;
	}

	/** *saved* only when everything is acknowledged: what the page may say. */
	get saved(): Saved {
		if (this.#state === 'late') return 'late';
		if (this.#state === 'offline') return 'offline';
		return this.#unsaved === 0 ? 'saved' : 'saving';
	}

	/** Own text that was refused, until the page lets it go. */
	get setAside(): SetAside[] {
		return this.#setAside;
	}

	/** The person closed that block. */
	letGo(block: SetAside): void {
		this.#setAside = this.#setAside.filter((other) => other !== block);
	}

	/** Follows the connection until the function it gives back is called. */
	connect(): () => void {
		return this.#line.listen(this.id, {
			online: () => {
				this.#online = true;
				this.#link.join();
			},
			offline: () => {
				this.#online = false;
				this.#link.disconnected();
			},
			receive: (update) => this.#link.receive(update)
		});
	}

	/** Asks again whether this sheet may be written: it was closed or opened. */
	rejoin(): void {
		if (this.#online) this.#link.join();
	}

	/** For `typing`: while a word is composed nothing from outside comes in. */
	hold = (): void => this.#link.hold();
	release = (): void => this.#link.release();

	/** The live text of one field. */
	text(entry: string, field: string): Y.Text {
		return textOf(this.#doc, entry, field);
	}

	addChoice(choice: edit.NewChoice): string {
		return edit.addChoice(this.#doc, this.layout, choice);
	}

	moveChoice(entry: string, position: number): void {
		edit.moveChoice(this.#doc, this.layout, entry, position);
	}

	set(entry: string, field: string, value: edit.Value): void {
		edit.setValue(this.#doc, entry, field, value);
	}

	answer(question: string, value: edit.Value): void {
		edit.setAnswer(this.#doc, question, value);
	}

	remove(entry: string, person: string): void {
		edit.remove(this.#doc, entry, person);
	}

	bringBack(entry: string): void {
		edit.bringBack(this.#doc, entry);
	}

	addRecommendation(recommendation: Omit<edit.NewRecommendation, 'id'>): string {
		const id = newId(randomBytes);
		return edit.addRecommendation(this.#doc, this.layout, { id, ...recommendation });
	}

	moveRecommendation(entry: string, horizon: Horizon, position: number): void {
		edit.moveRecommendation(this.#doc, this.layout, entry, horizon, position);
	}

	addContact(contact: Omit<edit.NewContact, 'id'>): string {
		return edit.addContact(this.#doc, { id: newId(randomBytes), ...contact });
	}

	#join(): SheetLink {
		const doc = this.#doc;
		doc.on('update', () => this.#readSoon());
		const link = new SheetLink({
			sheet: this.id,
			doc,
			wire: { emit: (event, ...message) => this.#line.wire.emit(event, ...message) },
			changed: () => this.#follow(link),
			ended: (end) => this.#ended(doc, end)
		});
		return link;
	}

	#follow(link: SheetLink): void {
		this.#state = link.state;
		this.#may = link.may;
		this.#unsaved = link.unsaved;
		if (link.state === 'live' || link.state === 'late') this.#ready = true;
	}

	/** What came in together is read once. */
	#readSoon(): void {
		if (this.#reading) return;
		this.#reading = true;
		queueMicrotask(() => {
			this.#reading = false;
			this.#value = readSheet(this.#doc, this.layout);
		});
	}

	/** A refusal ends that copy: its unsaved text is set aside and a fresh copy joins. */
	#ended(doc: Y.Doc, { why, keys }: End): void {
		const fields = keys.flatMap((key) => {
			const [entry = '', field = ''] = key.split('|');
			const value = doc.share.has(key) ? textOf(doc, entry, field) : valueOf(doc, entry, field);
			const content = value === null ? '' : String(value);
			return content === '' ? [] : [{ key, content }];
		});
		if (fields.length > 0) this.#setAside = [...this.#setAside, { why, fields }];
		this.#doc = new Y.Doc();
		this.#link = this.#join();
		this.#readSoon();
		// A sheet that is not there, or not for this person, will not be there for a fresh copy.
		if (why !== 'no-sheet' && why !== 'not-yours') this.rejoin();
	}
}

function randomBytes(count: number): Uint8Array {
	return crypto.getRandomValues(new Uint8Array(count));
}
