import { random } from '../../src/lib/teams/random';
import type { ServerChild } from './child';
import { FlakyLinks } from './flaky';
import { pause } from './patience';
import { Proxy } from './proxy';

/** What may go wrong in a rehearsal: links are cut, the server is killed. */
export const TROUBLES = ['flaky', 'kill'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** No link stays whole for longer, ms: with its time away it is cut at least once a minute. */
const LONGEST_PEACE = 50_000;
/** And none is away for longer. */
const AWAY = 6000;
/** So long the computer stays dead, ms. */
const DEAD = 300;

/** Where trouble is made. */
interface Place {
	origin: string;
	people: number;
	/** Of one's own only. */
	server?: ServerChild;
	seed: number;
}

/** Makes trouble while people write, and counts it. */
export class Troublemaker {
	kills = 0;
	#kinds: ReadonlySet<Trouble>;
	#place: Place;
	#proxies: Proxy[];
	#links: FlakyLinks;

	private constructor(kinds: readonly Trouble[], place: Place, proxies: Proxy[]) {
		this.#kinds = new Set(kinds);
		this.#place = place;
		this.#proxies = proxies;
		this.#links = new FlakyLinks(proxies);
	}

	static async open(kinds: readonly Trouble[], place: Place): Promise<Troublemaker> {
		const { origin, people } = place;
		const proxies = kinds.includes('flaky') ? await Proxy.each(origin, people) : [];
		return new Troublemaker(kinds, place, proxies);
	}

	/** How many links were cut. */
	get cuts(): number {
		return this.#links.cuts;
	}

	/** Where a person's connection goes. @param number of the person, from 1 */
	wayOf = (number: number): string => this.#proxies[number - 1]?.origin ?? this.#place.origin;

	/**
	 * Begins.
	 * @param ms how long people write; each link is cut and the server killed at least once in it
	 * @returns ends it: the server runs, every link is whole
	 */
	begin(ms: number): () => Promise<void> {
		const { seed, server } = this.#place;
		const longest = Math.min(LONGEST_PEACE, ms / 2);
		const mend = this.#links.begin({ up: [longest / 3, longest], away: [0, AWAY], seed });
		const killed = this.#kinds.has('kill') && server ? this.#kill(server, ms) : undefined;
		return async () => {
			await Promise.all([mend(), killed]);
		};
	}

	/** Once a minute, at a moment nobody knows. */
	async #kill(server: ServerChild, ms: number): Promise<void> {
		const next = random(this.#place.seed + this.kills);
		const times = Math.max(1, Math.round(ms / 60_000));
		for (let time = 0; time < times; time++) {
			const until = performance.now() + ms / times;
			await pause((ms / times) * (0.2 + next() * 0.4));
			await server.stop('SIGKILL');
			this.kills++;
			await pause(DEAD);
			await server.start();
			await pause(Math.max(0, until - performance.now()));
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await Promise.all(this.#proxies.map((proxy) => proxy[Symbol.asyncDispose]()));
	}
}
