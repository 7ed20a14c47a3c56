import { horizonWord } from '$lib/components/horizon-words';
import type { Connection } from '$lib/live/connection.svelte';
import type { Copy } from '$lib/live/copy.svelte';
import { keptName, wipe } from '$lib/live/kept';
import { Leftovers } from '$lib/live/leftovers.svelte';
import type { SetAside } from '$lib/live/set-aside';
import { LiveSheet } from '$lib/live/sheet.svelte';
import { typing } from '$lib/live/text-field.svelte';
import { m } from '$lib/paraglide/messages';
import type { Presence, Release } from '$lib/protocol/live';
import type { LateState } from '$lib/protocol/sheet';
import type { Value } from '$lib/sheet/edit';
import { keyOf, parseKey } from '$lib/sheet/entries';
import type { Horizon, Layout } from '$lib/sheet/layout';
import { progress } from '$lib/sheet/progress';
import { EMPTY_SHEET, type Choice, type ItemProgress, type SheetValue } from '$lib/sheet/value';
import type { NeedView, ToolView } from '$lib/view/parts';
import type { RoomView } from '$lib/view/room';
import { layoutOfView, RECOMMENDATIONS } from './entries';

/** What the team writes and who writes: the live sheet as the page's parts use it. */
export class Writing {
	readonly connection: Connection<RoomView>;
	#layout: Layout = { needs: [], questions: [], tools: [], recommendations: false };
	/** What was kept here is deleted, and nothing is kept again. */
	#isWiped = false;
	sheet = $state.raw<LiveSheet>();
	readonly leftovers = new Leftovers();
	/** The row that is open for writing: a choice's or recommendation's entry. */
	choice = $state<string | null>(null);
	/** Said once to a screen reader. */
	said = $state('');

	constructor(connection: Connection<RoomView>) {
		this.connection = connection;
	}

	get view(): RoomView {
		return this.connection.parts;
	}

	get value(): SheetValue {
		return this.sheet?.value ?? EMPTY_SHEET;
	}

	/** Changes made on this device that the server has not acknowledged. */
	get unsaved(): number {
		return (this.sheet?.unsaved ?? 0) + this.leftovers.unsaved;
	}

	/** Of them, those that would be there again after the browser was killed. */
	get kept(): number {
		return (this.sheet?.kept ?? 0) + this.leftovers.unsaved;
	}

	/** The server has everything that was written on this device. */
	get delivered(): boolean {
		const { sheet, leftovers, connection } = this;
		return connection.online && (!sheet || sheet.saved === 'saved') && leftovers.delivered;
	}

	/** Copies of which something was not taken in. */
	get refused(): Copy[] {
		const own = this.sheet && this.sheet.setAside.length > 0 ? [this.sheet] : [];
		return [...own, ...this.leftovers.refused];
	}

	/** What became of what this device brought after a sheet had been closed. */
	get late(): LateState | undefined {
		return this.sheet?.late === 'waiting' ? 'waiting' : (this.leftovers.late ?? this.sheet?.late);
	}

	/** The sheet has not come yet. */
	get loading(): boolean {
		return !!this.view.exercise?.sheet && !this.sheet?.ready;
	}

	get closed(): boolean {
		const { exercise } = this.view;
		return !!exercise && !exercise.open && exercise.closedAt !== null;
	}

	/** Why this device no longer holds a name: nothing that is typed here would arrive. */
	get gone(): Release | 'other' | undefined {
		const { released, refusal } = this.connection;
		return released ?? (refusal ? 'other' : undefined);
	}

	/** Whether this person may write now. */
	get writable(): boolean {
		const { sheet, gone } = this;
		return !gone && !!this.view.exercise?.open && sheet?.ready === true && sheet.may !== 'read';
	}

	/** Team-mates without this person. */
	get others(): Presence[] {
		return this.connection.presence.filter((one) => one.person !== this.view.me.id);
	}

	/** Ids of the team's members who are connected. */
	get here(): string[] {
		return this.view.members.map((one) => one.id).filter((id) => this.isHere(id));
	}

	isHere(person: string): boolean {
		return (
			person === this.view.me.id || this.connection.presence.some((one) => one.person === person)
		);
	}

	#progress = $derived(this.sheet ? progress(this.value, this.sheet.layout) : []);

	/** How far an item is; for recommendations `tools` counts them. */
	progressOf(item: string): ItemProgress {
		const count = this.value.recommendations.filter((one) => one.gone === null).length;
		const state = count > 0 ? 'begun' : 'empty';
		if (item === RECOMMENDATIONS) return { id: item, state, tools: count, missing: [] };
		const found = this.#progress.find((one) => one.id === item);
		return found ?? { id: item, state: 'empty', tools: 0, missing: [] };
	}

	/**
	 * Opens the sheet of the exercise; a need that appears later joins its layout.
	 * @returns ends that
	 */
	openSheet(id: string): () => void {
		this.#layout = layoutOfView(this.view);
		const name = keptName(this.view.workshop.code, id);
		const sheet = new LiveSheet(id, this.#layout, this.connection, name);
		this.sheet = sheet;
		const leave = sheet.connect();
		return () => {
			if (sheet.stored === 'refused' && sheet.unsaved > 0) this.leftovers.takeOver(sheet);
			else leave();
			if (this.sheet === sheet) this.sheet = undefined;
		};
	}

	/** Items came or went, the sheet was closed or opened. */
	follow(): void {
		Object.assign(this.#layout, layoutOfView(this.view));
		this.sheet?.rejoin();
	}

	/**
	 * Brings what this browser still keeps of other sheets.
	 * @returns ends that
	 */
	bringLeftovers(open: string | null): () => void {
		return this.leftovers.bring(this.view.workshop.code, open, this.connection);
	}

	/** The copy on this device stays until its sheet is closed and the server has all of it. */
	keepOrDrop(): void {
		const { sheet } = this;
		if (!sheet || this.#isWiped || this.connection.released) return;
		if (this.view.exercise?.open) sheet.keep();
		else if (this.closed && sheet.saved === 'saved') void sheet.drop();
	}

	/** Nothing of this workshop stays on this device: "not me", or its end. */
	async wipe(): Promise<void> {
		this.#isWiped = true;
		await Promise.all([this.sheet?.drop(), this.leftovers.drop()]);
		await wipe(this.view.workshop.code);
	}

	/** Tells the team where this person is. */
	place(at: string | null): void {
		this.connection.place.go(at);
	}

	/** Binds a box to a field that holds text. */
	typing(entry: string, field: string) {
		const { sheet } = this;
		if (!sheet) return undefined;
		const wrote = () => this.connection.place.wrote(keyOf(entry, field));
		return typing(sheet.text(entry, field), sheet.hold, sheet.release, wrote);
	}

	set(entry: string, field: string, value: Value): void {
		this.sheet?.set(entry, field, value);
	}

	answer(question: string, value: Value): void {
		this.sheet?.answer(question, value);
	}

	/**
	 * Adds a tool last, with what its card already says.
	 * @returns its entry
	 */
	protected add(need: NeedView, tool: ToolView, country: string): string | undefined {
		const only = (all: ToolView['asks']) => (all.length === 1 ? all[0]?.name : undefined);
		const presets = { use: tool.use, asks: only(tool.asks), executes: only(tool.executes) };
		return this.sheet?.addChoice({ need: need.id, tool: tool.id, country, ...presets });
	}

	moveChoice(choice: Choice, by: 1 | -1): void {
		const rank = choice.rank + by;
		const last = this.value.choices.filter((one) => one.need === choice.need && !one.gone).length;
		if (rank < 1 || rank > last) return;
		this.sheet?.moveChoice(choice.entry, rank);
		this.said = m.case_moved({ rank });
	}

	/** @param rank from 1; beyond the end is last */
	moveRecommendation(entry: string, horizon: Horizon, rank: number): void {
		const there = this.value.recommendations.filter(
			(one) => one.horizon === horizon && one.gone === null && one.entry !== entry
		);
		const to = Math.min(rank, there.length + 1);
		if (to < 1) return;
		this.sheet?.moveRecommendation(entry, horizon, to);
		this.said = m.priorities_moved({ horizon: horizonWord(horizon), rank: to });
	}

	addContact(need: string, role: string, institution: string): void {
		this.sheet?.addContact({ need, role, institution });
	}

	remove(entry: string): void {
		this.sheet?.remove(entry, this.view.me.id);
		if (this.choice === entry) this.choice = null;
		this.said = m.case_removed_said();
	}

	/** Words that were refused go to the end of their fields, as new edits. */
	putInAgain(copy: Copy, block: SetAside): void {
		const { sheet } = this;
		if (!sheet) return;
		for (const { key, content } of block.fields) {
			const [entry = '', field = ''] = key.split('|');
			if (parseKey(key, sheet.layout)?.holds !== 'text') continue;
			const text = sheet.text(entry, field);
			if (!text.toString().includes(content)) text.insert(text.length, content);
		}
		copy.letGo(block);
	}

	bringBack(entry: string): void {
		this.sheet?.bringBack(entry);
	}
}
