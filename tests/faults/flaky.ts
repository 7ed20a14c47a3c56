import { oneOf } from './desk';
import { pause } from './patience';
import type { Cut, Proxy } from './proxy';
import { random } from '../../src/lib/teams/random';

const WAYS: Cut[] = ['close', 'reset', 'vanish'];

/** How links are cut. */
interface Wish {
	/** A link is whole for so long, ms: least and most. */
	up: [number, number];
	/** And away for so long. */
	away: [number, number];
	seed: number;
}

/** A link of their own for each person, cut again and again, each time in another way. */
export class FlakyLinks {
	/** How many links were cut so far. */
	cuts = 0;
	#proxies: Proxy[];

	/** @param proxies one for each person */
	constructor(proxies: Proxy[]) {
		this.#proxies = proxies;
	}

	/** Begins to cut. @returns ends it, with all links whole again */
	begin({ up, away, seed }: Wish): () => Promise<void> {
		const end = new AbortController();
		const over = new Promise<void>((done) => end.signal.addEventListener('abort', () => done()));
		const between = ([least, most]: [number, number], next: () => number) =>
			Promise.race([over, pause(least + next() * (most - least))]);
		const cutAgain = async (proxy: Proxy, at: number) => {
			const next = random(seed * 7919 + at);
			while (!end.signal.aborted) {
				await between(up, next);
				if (end.signal.aborted) return;
				const how = oneOf(WAYS, next) ?? 'close';
				// who vanishes finds the new network good at once; who is told finds none for a while
				proxy.down = how !== 'vanish';
				this.cuts += proxy.cut(how) ? 1 : 0;
				await between(away, next);
				proxy.down = false;
			}
		};
		const all = Promise.all(this.#proxies.map(cutAgain));
		return async () => {
			end.abort();
			await all;
		};
	}
}
