import { report, type Desk } from './desk';

const good = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;

const idAtEnd = /\s*\{#([^{}]*)\}$/;

/** A heading's or an option's text without its `{#id}`, and the id. */
export function splitId(text: string): { text: string; id?: string } {
	const id = idAtEnd.exec(text)?.[1];
	return id === undefined ? { text } : { text: text.replace(idAtEnd, ''), id };
}

/** An id made from a title: lower case, letters and digits of any script, hyphens; at most 48 characters. */
export function slug(title: string): string {
	return title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.slice(0, 48)
		.replace(/^-|-$/g, '');
}

/**
 * The id of something: the author's, else one made from its title. Ids name what people
 * answered, so the same one twice makes the scenario unusable.
 * @param taken line of each id already given
 */
export function takeId(
	desk: Desk,
	{ line, title, id }: { line: number; title: string; id?: string },
	taken: Map<string, number>
): string {
	const made = slug(title) || `line-${line}`;
	if (id !== undefined && !good.test(id))
		report(
			desk,
			'advice',
			line,
			`"{#${id}}" is no id; "${made}" is used instead.`,
			'An id has letters, digits and hyphens: {#call-records}.'
		);
	else if (id === undefined && /\{#|\(#[^)]*\)$/.test(title))
		report(desk, 'advice', line, 'The id is not closed.', 'Write it last: {#call-records}.');
	const chosen = id !== undefined && good.test(id) ? id : made;
	if (id === undefined) desk.missing.push({ line, id: chosen });
	const before = taken.get(chosen);
	if (before !== undefined)
		report(
			desk,
			'unusable',
			line,
			`The id "${chosen}" is used twice, first in line ${before}.`,
			'Give one of them another id: {#another-id}.'
		);
	else taken.set(chosen, line);
	return chosen;
}
