import { oneOf } from './desk';
import { pause } from './patience';
import { Proxy, type Cut } from './proxy';
import { random } from '../../src/lib/teams/random';

/** A link is away for at most so long, ms. */
const AWAY = 6000;
const WAYS: Cut[] = ['close', 'reset', 'vanish'];

/** How links are cut. */
interface Wish {
	/** Times between two cuts of one link, ms. */
	shortest: number;
	longest: number;
	seed: number;
}

/** A link of their own for each person, cut again and again, each time in another way. */
export class FlakyLinks {
	/** How many links were cut so far. */
	cuts = 0;
	#proxies: Proxy[];

	private constructor(proxies: Proxy[]) {
		this.#proxies = proxies;
	}

	/** @param to the server */
	static async open(to: string, people: number): Promise<FlakyLinks> {
		const numbers = Array.from({ length: people }, (_, at) => at + 1);
		return new FlakyLinks(await Promise.all(numbers.map((one) => Proxy.open(to, {}, one))));
	}

	/** Where a person's connection goes. @param number from 1 */
	wayOf = (number: number): string => this.#proxies[number - 1]?.origin ?? '';

	/** Begins to cut. @returns ends it, with all links whole again */
	begin({ shortest, longest, seed }: Wish): () => Promise<void> {
		const end = new AbortController();
		const over = new Promise<void>((done) => end.signal.addEventListener('abort', () => done()));
		const cutAgain = async (proxy: Proxy, at: number) => {
			const next = random(seed * 7919 + at);
			while (!end.signal.aborted) {
				await Promise.race([over, pause(shortest + next() * (longest - shortest))]);
				if (end.signal.aborted) return;
				const how = oneOf(WAYS, next) ?? 'close';
				// who vanishes finds the new network good at once; who is told finds none for a while
				proxy.down = how !== 'vanish';
				this.cuts += proxy.cut(how) ? 1 : 0;
				await Promise.race([over, pause(next() * AWAY)]);
				proxy.down = false;
			}
		};
		const all = Promise.all(this.#proxies.map(cutAgain));
		return async () => {
			end.abort();
			await all;
		};
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await Promise.all(this.#proxies.map((proxy) => proxy[Symbol.asyncDispose]()));
	}
}
