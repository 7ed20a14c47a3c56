import { deserialize } from '$app/forms';
import { makeAnew } from '$lib/live/make-anew';
import type { Own, VoteView } from '$lib/view/vote';

/** How long until a vote that was not taken is sent again, ms. */
const AGAIN = 2000;

/** What came of a vote: taken, kept here until the server answers, too late, or never to be taken. */
type Came = 'saved' | 'kept' | 'late' | 'refused';

/** How votes stand; what went wrong once is said until the page is loaded again. */
export type Saved = Came | 'saving';

/**
 * One person's votes, as they stand before them: what is not yet taken is kept in this tab, through
 * a reload too, and sent until the server has it.
 */
export class Voting {
	#vote: () => VoteView;
	#waiting = $state.raw<Record<string, Own>>({});
	/** Taken by the server since the page was made. */
	#taken = $state.raw<Record<string, Own>>({});
	#came = $state<Came>('saved');
	#late = $state(false);
	#refused = $state(false);
	#busy = $state(false);
	#person: string;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param person id of whoever votes: what is kept is theirs */
	constructor(vote: () => VoteView, person: string) {
		this.#vote = vote;
		this.#person = person;
	}

	get saved(): Saved {
		if (this.#late) return 'late';
		if (this.#refused) return 'refused';
		return this.unsent > 0 && this.#busy && this.#came !== 'kept' ? 'saving' : this.#came;
	}

	/** How many votes wait to be sent. */
	get unsent(): number {
		return Object.keys(this.#waiting).length;
	}

	/** What this person says of an item now. */
	of(item: string): Own {
		const said = this.#waiting[item] ?? this.#taken[item] ?? this.#vote().mine[item];
		return said ?? { stance: null, dots: 0, reason: '' };
	}

	/** Of how many items something is said. */
	get said(): number {
		return this.#vote().items.filter(({ item }) => this.says(item)).length;
	}

	says(item: string): boolean {
		const { stance, dots } = this.of(item);
		return stance !== null || dots > 0;
	}

	/** Dots that are not given yet. */
	get left(): number {
		const { dots, items } = this.#vote();
		return (dots ?? 0) - items.reduce((sum, { item }) => sum + this.of(item).dots, 0);
	}

	/** Says something of an item: it is kept at once, and sent after so many ms. */
	say(item: string, what: Partial<Own>, wait = 0): void {
		const [now, next] = [this.of(item), { ...this.of(item), ...what }];
		// A field that is left, or goes with the vote, says again what was said.
		if (!isSame(now, next)) {
			this.#waiting = { ...this.#waiting, [item]: next };
			this.#keep();
		} else if (!this.#waiting[item]) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#send(), wait);
	}

	/** Takes up what a reload left in this tab. To be called in a browser. @returns ends it */
	begin(): () => void {
		const kept = sessionStorage.getItem(this.#key);
		if (kept) this.#waiting = { ...(JSON.parse(kept) as Record<string, Own>), ...this.#waiting };
		void this.#send();
		const timer = setInterval(() => void this.#send(), AGAIN);
		return () => {
			clearInterval(timer);
			clearTimeout(this.#timer);
		};
	}

	get #key(): string {
		return `vote:${this.#vote().ballot}:${this.#person}`;
	}

	#keep(): void {
		if (this.unsent) sessionStorage.setItem(this.#key, JSON.stringify(this.#waiting));
		else sessionStorage.removeItem(this.#key);
	}

	async #send(): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		try {
			for (;;) {
				const [next] = Object.entries(this.#waiting);
				if (!next) break;
				const answer = await this.#post(...next);
				this.#came = answer;
				if (answer === 'kept') return;
				this.#answered(...next, answer);
			}
			if (Object.keys(this.#taken).length) await this.#fresh();
		} finally {
			this.#busy = false;
		}
	}

	/** What was taken, or never will be, waits no longer; what was said meanwhile does. */
	#answered(item: string, was: Own, answer: Came): void {
		this.#late ||= answer === 'late';
		this.#refused ||= answer === 'refused';
		if (answer === 'saved') this.#taken = { ...this.#taken, [item]: was };
		if (this.#waiting[item] !== was) return;
		const { [item]: _done, ...rest } = this.#waiting;
		this.#waiting = rest;
		this.#keep();
	}

	/** The page is made again: the server's word replaces what is remembered here. */
	async #fresh(): Promise<void> {
		const known = this.#taken;
		if ((await makeAnew()) && this.#taken === known) this.#taken = {};
	}

	async #post(item: string, { stance, dots, reason }: Own): Promise<Came> {
		const body = new FormData();
		const fields = { ballot: this.#vote().ballot, item, dots: String(dots), reason };
		for (const [name, value] of Object.entries(fields)) body.set(name, value);
		if (stance) body.set('stance', stance);
		const headers = { 'x-sveltekit-action': 'true' };
		const response = await fetch('?/cast', { method: 'POST', body, headers }).catch(() => null);
		const text = await response?.text().catch(() => null);
		if (!response || !text?.startsWith('{') || response.status >= 500) return 'kept';
		const result = deserialize<{ late: boolean }, { why?: string }>(text);
		if (result.type === 'success') return result.data?.late ? 'late' : 'saved';
		// A full disk answers so: it is tried again.
		return result.type === 'failure' && result.data?.why ? 'refused' : 'kept';
	}
}

const isSame = (one: Own, other: Own) =>
	one.stance === other.stance &&
	one.dots === other.dots &&
	one.reason.trim() === other.reason.trim();
