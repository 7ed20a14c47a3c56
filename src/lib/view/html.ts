import { renderMarkdown } from '../scenario/render';
import type { Held, Open, Sealed } from '../scenario/text';
import { markdownOf } from './seen';

const made = new WeakMap<object, Map<string, string>>();

/**
 * A text that may be shown, as safe HTML. Made once for each text and address.
 * @param base where its pictures and files are served, e.g. `/room/KTR7WM/files/`
 */
export function html(text: Open | Held | Sealed, base: string): string {
	const known = made.get(text) ?? new Map<string, string>();
	made.set(text, known);
	let result = known.get(base);
	if (result === undefined) {
		result = renderMarkdown(markdownOf(text), {
			file: (path) => base + path.split('/').map(encodeURIComponent).join('/')
		});
		known.set(base, result);
	}
	return result;
}
