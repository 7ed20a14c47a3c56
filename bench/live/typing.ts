import * as Y from 'yjs';
import { random } from '../../src/lib/teams/random';
import type { Client } from './contender';

const NEEDS = ['call-records', 'account', 'money'];
const TEXTS = ['notes|text', ...NEEDS.map((need) => `choice/${need}/mla-bank-records/SO|reason`)];
const VALUES = { urgency: ['hours', 'days', 'routine'], use: ['lead', 'both', 'evidence'] };
const LETTERS = 'etaoinshrdlucmfwypvbgk ';

/** What one person made: where each update ended in their clock, and when it was made (ms). */
interface Made {
	ends: number[];
	times: number[];
}

/** Somebody who types, and what reaches them from their team. */
export class Typist {
	readonly client: Client;
	readonly made: Made = { ends: [], times: [] };
	/** ms from a team-mate's edit to here, since `forget`. */
	latencies: number[] = [];
	#next: () => number;
	#at: number;
	#team: Map<number, Typist>;
	/** How many updates of each team-mate came. */
	#seen = new Map<number, number>();

	/**
	 * @param at their number, from 0: the same number types the same everywhere
	 * @param team everybody in it by Yjs client id; each puts themselves in
	 */
	constructor(client: Client, at: number, team: Map<number, Typist>) {
		this.client = client;
		this.#at = at;
		this.#next = random(at + 1);
		this.#team = team;
		team.set(client.doc.clientID, this);
		client.doc.on('afterTransaction', (transaction) => {
			if (!transaction.local) this.#hear(transaction);
		});
	}

	/** One edit: four times in five a run of 1 to 8 letters, else a field with a value. */
	type(): void {
		const { doc } = this.client;
		this.made.times.push(performance.now());
		if (this.#next() < 0.8) {
			const length = 1 + Math.floor(this.#next() * 8);
			const run = Array.from({ length }, () => LETTERS[Math.floor(this.#next() * LETTERS.length)]);
			const text = doc.getText(TEXTS[this.#at % TEXTS.length]);
			text.insert(text.length, run.join(''));
		} else {
			const field = this.#next() < 0.5 ? 'urgency' : 'use';
			const need = NEEDS[this.#at % NEEDS.length];
			const value = VALUES[field][Math.floor(this.#next() * 3)];
			doc.getMap('set').set(`choice/${need}/mla-bank-records/SO|${field}`, value);
		}
		this.made.ends.push(Y.getState(doc.store, doc.clientID));
	}

	/** Updates that the server has acknowledged; undefined where it acknowledges none. */
	get acknowledged(): number | undefined {
		const { unacknowledged } = this.client;
		return unacknowledged === undefined ? undefined : this.made.ends.length - unacknowledged;
	}

	/** Of the first so many of this person's updates, how many a document lacks. */
	missing(count: number, doc: Y.Doc | undefined): number {
		const clock = doc ? Y.getState(doc.store, this.client.doc.clientID) : 0;
		return this.made.ends.slice(0, count).filter((end) => end > clock).length;
	}

	#hear({ beforeState, afterState }: Y.Transaction): void {
		const now = performance.now();
		for (const [id, clock] of afterState) {
			if (clock === beforeState.get(id)) continue;
			const made = this.#team.get(id)?.made;
			if (!made) continue;
			let seen = this.#seen.get(id) ?? 0;
			while ((made.ends[seen] ?? Infinity) <= clock)
				this.latencies.push(now - (made.times[seen++] ?? now));
			this.#seen.set(id, seen);
		}
	}
}

/** Everybody with the others of their room. */
export function seat(clients: Client[]): Typist[] {
	const teams = new Map<string, Map<number, Typist>>();
	return clients.map((client, at) => {
		const team = teams.get(client.room) ?? new Map<number, Typist>();
		teams.set(client.room, team);
		return new Typist(client, at, team);
	});
}

/**
 * Everybody types, each at their own moment.
 * @param every ms from one edit of somebody to their next
 * @returns ends it
 */
export function startTyping(typists: Typist[], every = 1000): () => void {
	const timers: NodeJS.Timeout[] = [];
	const next = random(7);
	for (const typist of typists)
		timers.push(
			setTimeout(() => {
				timers.push(setInterval(() => typist.type(), every));
			}, next() * every)
		);
	return () => timers.forEach((timer) => clearTimeout(timer));
}
