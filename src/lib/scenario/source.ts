/** Above this a scenario is refused unread: a long one has a tenth of it. */
const LARGEST = 1024 * 1024;

export type Source =
	{ ok: true; text: string } | { ok: false; line: number; message: string; hint: string };

function refuse(line: number, message: string, hint: string): Source {
	return { ok: false, line, message, hint };
}

/**
 * The text of a Markdown file: UTF-8, without byte-order mark, every kind of line end as `\n`.
 * A text that would keep the Markdown lexer busy for long is refused here, before it is lexed.
 */
export function source(bytes: Uint8Array): Source {
	if (bytes.length > LARGEST)
		return refuse(
			1,
			`The file has ${Math.ceil(bytes.length / 1024)} KiB; at most 1,024 are read.`,
			'Move long annexes into files of their own and link them.'
		);
	let text;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return refuse(1, 'The file is not UTF-8 text.', 'Save it again with the encoding UTF-8.');
	}
	// Word's soft line end, the old Mac's, and Unicode's own would hide a heading inside a line.
	text = text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replaceAll('\0', '\uFFFD');
	return tangle(text) ?? { ok: true, text };
}

/** A scenario of two days has a tenth of these. */
const LINES = 20_000;
const HEADINGS = 1000;
/** Levels of quotes and lists in one line, and columns of indentation. */
const DEEPEST = 20;
const WIDEST = 60;
/** Lines that begin a list item; marked's time for lists grows with their square. */
const ITEMS = 4000;
/** Characters of a paragraph times marks in it, summed: marked's inline rules grow like that. */
const KNOTS = 25_000_000;

/** The first place where a text is too deep or too tangled to be written by a person. */
function tangle(text: string): Source | undefined {
	const hint = 'Write it more simply, or split it.';
	let items = 0;
	let knots = 0;
	let length = 0;
	let marks = 0;
	let headings = 0;
	for (const [i, line] of text.split('\n').entries()) {
		const lead = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? '';
		const depth = lead.match(/>|[*+-](?=\s)|\d[.)]/g)?.length ?? 0;
		const indent = /^\s*/.exec(line)?.[0].length ?? 0;
		if (line.trim() && (depth > DEEPEST || indent > WIDEST))
			return refuse(i + 1, 'Quotes or lists stand too deep inside each other here.', hint);
		if (i >= LINES) return refuse(i + 1, `The text has more than ${LINES} lines.`, hint);
		if (/^ {0,3}#/.test(line) && ++headings > HEADINGS)
			return refuse(i + 1, `The text has more than ${HEADINGS} headings.`, hint);
		if (depth > 0 && ++items > ITEMS)
			return refuse(i + 1, `The text has more than ${ITEMS} list items.`, hint);
		if (line.trim()) {
			length += line.length + 1;
			marks += line.match(/[[\]()*_`<>!~&\\@:]/g)?.length ?? 0;
		}
		knots += line.trim() ? 0 : length * marks;
		if (!line.trim()) length = marks = 0;
		if (knots + length * marks > KNOTS)
			return refuse(i + 1, 'There are too many marks in one piece of text here.', hint);
	}
	return undefined;
}
