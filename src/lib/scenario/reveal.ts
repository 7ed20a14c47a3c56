import type { Held, Sealed } from './text';

/** Held and sealed texts live here, so that no object that carries one spells it out. */
const texts = new WeakMap<object, string>();

/**
 * Locks a text away. JSON.stringify, a template or a log of the result shows nothing of it.
 * @param markdown the text
 */
export function hold(markdown: string): Held {
	const text = Object.freeze({}) as Held;
	texts.set(text, markdown);
	return text;
}

/** Like {@link hold}, for facilitators' texts. */
export function seal(markdown: string): Sealed {
	const text = Object.freeze({}) as Sealed;
	texts.set(text, markdown);
	return text;
}

/**
 * The Markdown of a held or sealed text. Only `lib/view`, `facilitate/` and `author/` may
 * import this: they know who is looking.
 */
export function reveal(text: Held | Sealed): string {
	return texts.get(text) ?? '';
}
