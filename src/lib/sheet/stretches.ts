import type { Written } from './history';

/** What one person wrote in one field without another coming between, within a minute. */
export interface Stretch {
	/** `entry|field` */
	key: string;
	/** Who, as an actor of an event. */
	by: string;
	/** ms since 1970, when it began. */
	at: number;
	/** Numbers of its first and last row in the log. */
	from: number;
	to: number;
	/** What stood there before and after. */
	before: string;
	after: string;
}

const MINUTE = 60_000;

/** Joins the rows of a log, a few letters each, to what a reader can follow. */
export class Stretches {
	#open = new Map<string, Stretch>();
	#done: Stretch[] = [];

	/** @param row the next one of the log */
	add({ seq, at, by, change }: Written): void {
		for (const { key, before, after } of change.fields) {
			const open = this.#open.get(key);
			if (open && open.by === by && at - open.at < MINUTE && at >= open.at)
				Object.assign(open, { to: seq, after });
			else {
				if (open) this.#done.push(open);
				this.#open.set(key, { key, by, at, from: seq, to: seq, before, after });
			}
		}
	}

	/** All of them, in the order in which they began. */
	all(): Stretch[] {
		return [...this.#done, ...this.#open.values()].sort((a, b) => a.from - b.from);
	}
}
