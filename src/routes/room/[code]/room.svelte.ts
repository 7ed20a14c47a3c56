import { createContext, tick } from 'svelte';
import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Connection } from '$lib/live/connection.svelte';
import { formatList, formatTime } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Horizon } from '$lib/sheet/layout';
import type { DelegationView, MemberView, NeedView, ToolView } from '$lib/view/parts';
import type { RoomView } from '$lib/view/room';
import { itemAt, RECOMMENDATIONS, roomEntries } from './entries';
import { Writing } from './writing.svelte';

export type FileTab = 'new' | 'situation' | 'handouts';
export type Pane = 'case' | 'list' | 'team';

/** Where this person is on the page, who is where, and the words for it. */
export class Room extends Writing {
	drawer = $state<'tools' | 'file' | null>(null);
	/** The file is an edge only. */
	folded = $state(false);
	fileTab = $state<FileTab>('new');
	/** A phone's place. */
	pane = $state<Pane>('list');
	/** Reading a closed sheet during lunch. */
	looking = $state(false);
	/** Height of the top bar with what is announced under it, px: a phone's pages begin under it. */
	top = $state(56);
	/** Server's clock, ms since 1970, as of this second. */
	now = $state(0);
	readonly zone: number;
	#before: HTMLElement | null = null;
	/** The need or question that was open before the recommendations. */
	#from = '';

	/**
	 * @param now server's clock when the page was made
	 * @param zone minutes the room's clock is ahead of UTC
	 */
	constructor(connection: Connection<RoomView>, now: number, zone: number) {
		super(connection);
		this.now = now;
		this.zone = zone;
	}

	entries = $derived(roomEntries(this.view, m.case_next_recommendations()));
	/** What the page remembers of a place, so that a phone's back button leads to the list. */
	index = $derived(
		Math.max(
			0,
			this.entries.findIndex((entry) => entry.id === page.state.at)
		)
	);
	entry = $derived(this.entries[this.index]);
	/** An item is open, on a phone. */
	deep = $derived(page.state.at !== undefined || this.entries.length === 1);
	needs = $derived(this.entries.filter((entry) => entry.kind === 'need').length);
	/** Recommendations and nothing else: columns over the whole width. */
	board = $derived(this.entries.length === 1 && this.entry?.kind === 'recommendations');
	unread = $derived(this.view.injects.filter((inject) => !inject.read).length);

	/**
	 * Lets the clock run.
	 * @returns stops it
	 */
	tick(): () => void {
		const look = () => (this.now = this.connection.now);
		const timer = setInterval(look, 1000);
		return () => clearInterval(timer);
	}

	/** Opens an item; null leads back to a phone's list. */
	show(id: string | null): void {
		const was = page.state.at;
		if (this.entry && this.entry.id !== RECOMMENDATIONS) this.#from = this.entry.id;
		const state = id === null ? {} : { at: id };
		if (id !== null && was === undefined) pushState('', state);
		else replaceState('', state);
		this.pane = 'list';
		this.drawer = null;
		// On a phone a row is a page of its own: there somebody opens it.
		const wide = matchMedia('(min-width: 700px)').matches;
		this.choice = id !== null && wide ? this.#firstUnfinished(id) : null;
		this.place(id);
	}

	/** The next or the one before. */
	step(by: 1 | -1): void {
		const to = this.entries[this.index + by];
		if (to) this.show(to.id);
	}

	go(pane: Pane): void {
		if (pane === 'list' && this.pane === 'list' && page.state.at !== undefined) this.show(null);
		this.pane = pane;
		window.scrollTo(0, 0);
	}

	openTools(): void {
		this.#before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
		this.drawer = 'tools';
	}

	closeTools(): void {
		this.drawer = null;
		this.#before?.focus();
	}

	/** Puts a tool last, with the cursor where something is missing. */
	addTool(need: NeedView, tool: ToolView, country: string): void {
		const entry = this.add(need, tool, country);
		this.drawer = null;
		if (!entry) return;
		const missing =
			tool.asks.length !== 1 ? 'asks' : tool.executes.length !== 1 ? 'executes' : 'reason';
		this.writeIn(entry, missing);
	}

	/** An empty row at the end of a column, with the cursor in it. */
	addRecommendation(horizon: Horizon): void {
		const answers = this.board ? '' : this.#from;
		const entry = this.sheet?.addRecommendation({ horizon, answers });
		if (entry) this.writeIn(entry, 'text');
	}

	toggleFile(): void {
		this.drawer = this.drawer === 'file' ? null : 'file';
		this.focus(this.drawer ? 'file' : 'case');
	}

	putFileAway(): void {
		if (this.drawer === 'file') this.drawer = null;
		else this.folded = true;
	}

	/** Opens an inject in the file. */
	read(inject: string): void {
		this.fileTab = 'new';
		this.folded = false;
		this.pane = 'case';
		if (this.board || !matchMedia('(min-width: 1100px)').matches) this.drawer = 'file';
		this.focus(`inject-${inject}`);
	}

	/** Puts the cursor into a field (`entry|field`), or on what has this id. */
	focus(where: string): void {
		void tick().then(() => {
			const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(where)}"]`);
			const found = field ?? document.getElementById(where);
			found?.focus();
			found?.scrollIntoView({ block: 'nearest' });
		});
	}

	toggleChoice(entry: string): void {
		const open = this.choice !== entry;
		this.choice = open ? entry : null;
		this.place(open ? entry : null);
	}

	/** Opens a row with the cursor in one of its fields. */
	writeIn(entry: string, field: string): void {
		this.choice = entry;
		this.focus(`${entry}|${field}`);
	}

	#firstUnfinished(item: string): string | null {
		const mine = this.value.choices.filter((one) => one.need === item && one.gone === null);
		return mine.find((one) => !one.asks || !one.executes || !one.reason)?.entry ?? null;
	}

	/** Team-mates who are at an item. */
	at(item: string): MemberView[] {
		return this.others
			.filter((one) => itemAt(one.at, this.value.contacts) === item)
			.flatMap((one) => this.member(one.person) ?? []);
	}

	/** Team-mates who are in a field, and whether they write. */
	inField(key: string): { member: MemberView; given: string; writing: boolean }[] {
		return this.others.filter((one) => one.at === key).flatMap((one) => this.#writer(one));
	}

	/** Team-mates who are anywhere in an entry. */
	writersWithin(entry: string): { member: MemberView; given: string; writing: boolean }[] {
		return this.others
			.filter((one) => one.at?.split('|')[0] === entry)
			.flatMap((one) => this.#writer(one));
	}

	within(entry: string): MemberView[] {
		return this.writersWithin(entry).map((one) => one.member);
	}

	#writer({ person, writing }: { person: string; writing: boolean }) {
		const member = this.member(person);
		return member ? [{ member, writing, given: member.name.split(' ')[0] ?? member.name }] : [];
	}

	member(id: string): MemberView | undefined {
		return this.view.members.find((member) => member.id === id);
	}

	nameOf(person: string | null): string {
		return (person && this.member(person)?.name) || m.room_somebody();
	}

	delegation(id: string): DelegationView | undefined {
		return this.view.delegations.find((delegation) => delegation.id === id);
	}

	patternOf(delegation: string): number {
		return this.delegation(delegation)?.pattern ?? 0;
	}

	/** The mark of a country whose delegation is here under its name. */
	patternOfCountry(code: string): number | undefined {
		const name = this.country(code);
		return this.view.delegations.find((delegation) => delegation.name === name)?.pattern;
	}

	country(code: string): string {
		return this.view.countries.find((country) => country.code === code)?.name ?? code;
	}

	tool(id: string): ToolView | undefined {
		return this.view.tools.find((tool) => tool.id === id);
	}

	/** A time of day by the room's clock. */
	time(at: number): string {
		return formatTime(at, this.zone);
	}

	list(items: readonly string[]): string {
		return formatList(items, getLocale());
	}
}

export { RECOMMENDATIONS };
export const [getRoom, setRoom] = createContext<Room>();
