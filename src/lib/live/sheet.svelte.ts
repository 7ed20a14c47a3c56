import type * as Y from 'yjs';
import { newId } from '../sheet/entries';
import * as edit from '../sheet/edit';
import type { Horizon, Layout } from '../sheet/layout';
import { Overtaken } from '../sheet/overtaken';
import { readSheet, textOf } from '../sheet/read';
import type { SheetValue } from '../sheet/value';
import { Copy, type Line } from './copy.svelte';
import type { Change } from './wire';

/** One sheet as a page sees it: what it says, ways to edit it, and whether it is saved. */
export class LiveSheet extends Copy {
	readonly layout: Layout;
	#value = $state.raw() as SheetValue;
	#reading = false;
	#watch = new Overtaken(this.doc);
	#overtaken = $state.raw(this.#watch.values);

	/**
	 * @param layout of the sheet's exercise
	 * @param name the copy on this device; without one the sheet is in this tab only
	 */
	constructor(id: string, layout: Layout, line: Line, name?: string) {
		super(id, line, name);
		this.layout = layout;
		this.#value = readSheet(this.doc, layout);
	}

	/** Everything the sheet says now. */
	get value(): SheetValue {
		return this.#value;
	}

	/** What was chosen here and gave way to a team-mate's choice, by `entry|field`. */
	get overtaken(): ReadonlyMap<string, edit.Value> {
		return this.#overtaken;
	}

	/** Whoever chose it has read that it gave way. */
	putAway(key: string): void {
		this.#watch.putAway(key);
		this.changed();
	}

	/** The live text of one field. */
	text(entry: string, field: string): Y.Text {
		return textOf(this.doc, entry, field);
	}

	addChoice(choice: edit.NewChoice): string {
		return edit.addChoice(this.doc, this.layout, choice);
	}

	moveChoice(entry: string, position: number): void {
		edit.moveChoice(this.doc, this.layout, entry, position);
	}

	set(entry: string, field: string, value: edit.Value): void {
		edit.setValue(this.doc, entry, field, value);
	}

	answer(question: string, value: edit.Value): void {
		edit.setAnswer(this.doc, question, value);
	}

	remove(entry: string, person: string): void {
		edit.remove(this.doc, entry, person);
	}

	bringBack(entry: string): void {
		edit.bringBack(this.doc, entry);
	}

	addRecommendation(recommendation: Omit<edit.NewRecommendation, 'id'>): string {
		const id = newId(randomBytes);
		return edit.addRecommendation(this.doc, this.layout, { id, ...recommendation });
	}

	moveRecommendation(entry: string, horizon: Horizon, position: number): void {
		edit.moveRecommendation(this.doc, this.layout, entry, horizon, position);
	}

	addContact(contact: Omit<edit.NewContact, 'id'>): string {
		return edit.addContact(this.doc, { id: newId(randomBytes), ...contact });
	}

	/** What came in together is read once. */
	protected override changed(own: Change[] = []): void {
		if (this.#watch.doc !== this.doc) this.#watch = new Overtaken(this.doc);
		for (const { keys } of own) this.#watch.chose(keys);
		if (this.#reading) return;
		this.#reading = true;
		queueMicrotask(() => {
			this.#reading = false;
			this.#value = readSheet(this.doc, this.layout);
			this.#overtaken = this.#watch.values;
		});
	}
}

function randomBytes(count: number): Uint8Array {
	return crypto.getRandomValues(new Uint8Array(count));
}
