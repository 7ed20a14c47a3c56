import * as Y from 'yjs';
import type { Value } from './edit';
import { SET } from './layout';

/**
 * Which values chosen here gave way to others. Of two set at once Yjs keeps one and tells nobody:
 * what counts is whether whoever set the other had seen ours, not who was offline, nor what was
 * acknowledged. A value set over one that was seen is an ordinary change.
 */
export class Overtaken {
	readonly doc: Y.Doc;
	/** What was chosen here and gave way, until another is chosen here. */
	#lost = new Map<string, Value>();
	/** Keys whose value was chosen here and stands. */
	#own = new Set<string>();

	constructor(doc: Y.Doc) {
		this.doc = doc;
		doc.getMap<Value>(SET).observe((event, { local }) => {
			if (local) this.chose(event.keysChanged);
			else this.#came(event);
		});
	}

	/** What was chosen here and gave way, by `entry|field`, as it is now. */
	get values(): ReadonlyMap<string, Value> {
		return new Map(this.#lost);
	}

	/** Whoever chose it has read that it gave way. */
	putAway(key: string): void {
		this.#lost.delete(key);
	}

	/** @param keys `entry|field` of what one step set here, now or before the page was opened again */
	chose(keys: Iterable<string>): void {
		const all = new Set(keys);
		for (const key of all) {
			this.#lost.delete(key);
			if (!isPreset(key, all)) this.#own.add(key);
		}
	}

	#came(event: Y.YMapEvent<Value>): void {
		for (const [key, { oldValue }] of event.keys) {
			const now = event.target.get(key);
			if (isSame(oldValue, now)) continue;
			if (this.#own.delete(key) && !wasSeen(event, key)) this.#lost.set(key, oldValue as Value);
			else if (isSame(this.#lost.get(key), now)) this.#lost.delete(key);
		}
	}
}

/** What is set as a tool gets its place came with its card: nobody chose it. */
function isPreset(key: string, together: Set<string>): boolean {
	return key.startsWith('choice/') && together.has(key.replace(/\|.*/, '|rank'));
}

/** Whether the value that stood here was before the eyes of whoever set the new one. */
function wasSeen(event: Y.YMapEvent<Value>, key: string): boolean {
	let item: Y.Item | null | undefined = event.target._map.get(key);
	while (item && event.adds(item))
		item = item.origin && Y.getItem(event.transaction.doc.store, item.origin);
	return !!item && event.deletes(item);
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
