import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a PDF as Chromium writes it (Skia): objects stand in the file as they
 * are, streams are deflated, a font's name is `F` and the number of its object, and each font says
 * which glyph is which character. Without spaces, and as `spaceless` has it.
 */
export function pdfPages(pdf: Buffer): string[] {
	const text = pdf.toString('latin1');
	const objects = new Map<string, { says: string; stream: string }>();
	for (const found of text.matchAll(/^(\d+) 0 obj\s(.*?)(stream\r?\n|endobj)/gms)) {
		const [whole, id = '', says = '', end] = found;
		const from = found.index + whole.length;
		const stream = end === 'endobj' ? '' : inflated(pdf.subarray(from));
		objects.set(id, { says, stream });
	}
	const get = (id: string | undefined) => objects.get(id ?? '');
	const letters = new Map(
		[...objects].flatMap(([id, { says }]) => {
			const map = get(/\/ToUnicode (\d+) 0 R/.exec(says)?.[1]);
			return map ? [[`F${id}`, charactersOf(map.stream)] as const] : [];
		})
	);
	return [...objects.values()]
		.filter(({ says }) => /\/Type \/Page\b(?!s)/.test(says))
		.map(({ says }) => drawn(get(/\/Contents (\d+) 0 R/.exec(says)?.[1])?.stream ?? '', letters));
}

function inflated(bytes: Buffer): string {
	try {
		return inflateSync(bytes).toString('latin1');
	} catch {
		return '';
	}
}

type Characters = ReadonlyMap<number, string>;

const hex = (digits = '') => parseInt(digits, 16);

function charactersOf(cmap: string): Characters {
	const found = new Map<number, string>();
	const character = (digits = '') =>
		String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map((one) => hex(one)));
	for (const [, list = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs))
		for (const [, glyph, is] of list.matchAll(/<(\w+)> <(\w+)>/g))
			found.set(hex(glyph), character(is));
	for (const [, list = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs))
		for (const [, from, to, is] of list.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
			for (let at = hex(from); at <= hex(to); at++)
				found.set(at, String.fromCharCode(hex(is) + at - hex(from)));
	return found;
}

function drawn(content: string, letters: ReadonlyMap<string, Characters>): string {
	let font: Characters | undefined;
	let said = '';
	for (const [, name, list = ''] of content.matchAll(
		/\/(F\d+) [\d.]+ Tf|((?:<\w+>|\[[^\]]*\]) TJ?j?)/g
	)) {
		if (name) font = letters.get(name);
		for (const [, glyphs = ''] of list.matchAll(/<(\w+)>/g))
			for (const glyph of glyphs.match(/.{4}/g) ?? []) said += font?.get(hex(glyph)) ?? '';
	}
	return spaceless(said);
}

/** A text to look for on a printed page: not every space is drawn, and some letters are drawn as one. */
export function spaceless(text: string): string {
	return text.normalize('NFKC').replace(/\s+/g, '');
}
