import { Marked, type Token } from 'marked';

const marked = new Marked({ gfm: true });

/** A top-level piece of Markdown with the line it begins on. */
export interface Piece {
	token: Token;
	/** Exactly as in the source, so that nothing written is ever outside a piece. */
	raw: string;
	line: number;
}

/** A heading of level 1 to 3 and what stands under it; level 0 is what stands before the first. */
export interface Section {
	level: number;
	line: number;
	/** The heading as written, with its signs. */
	raw: string;
	/** The heading's text. */
	heading: string;
	/** What stands between this heading and the next of level 1 to 3. */
	own: Piece[];
	under: Section[];
}

/**
 * Lexes Markdown and says on which line each top-level piece begins: marked's tokens carry no
 * positions, so their lengths are added up.
 * @param firstLine number of the first line of `markdown` in its file
 */
export function pieces(markdown: string, firstLine: number): Piece[] {
	const tokens = marked.lexer(markdown);
	const starts: number[] = [];
	let at = 0;
	for (const { raw } of tokens) {
		const found = markdown.indexOf(raw, at);
		starts.push(found < 0 ? at : found);
		at = (found < 0 ? at : found) + raw.length;
	}
	let line = firstLine;
	return tokens.map((token, i) => {
		const raw = markdown.slice(i === 0 ? 0 : starts[i], starts[i + 1]);
		const piece = { token, raw, line };
		line += raw.split('\n').length - 1;
		return piece;
	});
}

/** Divides Markdown at its headings of level 1 to 3. Level four and deeper belong to the author. */
export function sections(markdown: string, firstLine: number): Section {
	const root: Section = { level: 0, line: firstLine, raw: '', heading: '', own: [], under: [] };
	const path = [root];
	for (const piece of pieces(markdown, firstLine)) {
		const { token, raw, line } = piece;
		if (token.type !== 'heading' || token.depth > 3) {
			path.at(-1)?.own.push(piece);
			continue;
		}
		const level: number = token.depth;
		while ((path.at(-1)?.level ?? 0) >= level) path.pop();
		const heading: string = token.text.trim();
		const section = { level, line, raw: raw.trimEnd(), heading, own: [], under: [] };
		path.at(-1)?.under.push(section);
		path.push(section);
	}
	return root;
}

/** The Markdown of pieces, as written. */
export function textOf(own: readonly Piece[]): string {
	return own
		.map(({ raw }) => raw)
		.join('')
		.trim();
}

/** A whole section as written, with its heading and all that stands under it. */
export function wholeOf(section: Section): string {
	return [section.raw, textOf(section.own), ...section.under.map(wholeOf)]
		.filter(Boolean)
		.join('\n\n');
}

/** Every token of a piece, nested ones too. */
export function tokensOf(token: Token): Token[] {
	const found: Token[] = [];
	marked.walkTokens([token], (each) => void found.push(each));
	return found;
}
