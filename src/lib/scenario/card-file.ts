import { frontMatter, type FrontMatter } from './front-matter';
import { source } from './source';

/** A file of the toolbox or of the glossary, opened; else where it is wrong and what to do. */
export type CardFile =
	{ ok: true; front: FrontMatter } | { ok: false; line: number; message: string; hint: string };

/**
 * Opens a file that is named by its id and begins with front matter.
 * @param id the file's name without `.md`
 * @param what it is, e.g. `a card`, for the sentence about its name
 */
export function cardFile(id: string, bytes: Uint8Array, what: string): CardFile {
	if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id))
		return {
			ok: false,
			line: 1,
			message: `"${id.slice(0, 64)}" is no id of ${what}.`,
			hint: 'Name the file in small letters, digits and hyphens.'
		};
	const read = source(bytes);
	if (!read.ok) return read;
	const front = frontMatter(read.text);
	return front.ok ? front : { ok: false, ...front.problem };
}
