import { random } from '../../src/lib/teams/random';
import type { ServerChild } from './child';
import { FlakyLinks } from './flaky';
import { pause } from './patience';

/** What may go wrong in a rehearsal: links are cut, the server is killed. */
export const TROUBLES = ['flaky', 'kill'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** No link stays whole for longer, ms: with its time away it is cut at least once a minute. */
const LONGEST_PEACE = 50_000;
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
	#links: FlakyLinks | undefined;

	private constructor(kinds: readonly Trouble[], place: Place, links: FlakyLinks | undefined) {
		this.#kinds = new Set(kinds);
		this.#place = place;
		this.#links = links;
	}

	static async open(kinds: readonly Trouble[], place: Place): Promise<Troublemaker> {
		const { origin, people } = place;
		const links = kinds.includes('flaky') ? await FlakyLinks.open(origin, people) : undefined;
		return new Troublemaker(kinds, place, links);
	}

	/** How many links were cut. */
	get cuts(): number {
		return this.#links?.cuts ?? 0;
	}

	/** Where a person's connection goes; undefined: straight to the server. */
	get wayOf(): ((number: number) => string) | undefined {
		return this.#links?.wayOf;
	}

	/**
	 * Begins.
	 * @param ms how long people write; each link is cut and the server killed at least once in it
	 * @returns ends it: the server runs, every link is whole
	 */
	begin(ms: number): () => Promise<void> {
		const { seed, server } = this.#place;
		const longest = Math.min(LONGEST_PEACE, ms / 2);
		const mended = this.#links?.begin({ shortest: longest / 3, longest, seed });
		const killed = this.#kinds.has('kill') && server ? this.#kill(server, ms) : undefined;
		return async () => {
			await Promise.all([mended?.(), killed]);
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
		await this.#links?.[Symbol.asyncDispose]();
	}
}
