import { distance } from './nearest';
import { tokensOf, type Piece } from './sections';

/** A line that may be a heading gone wrong, or that hides others: the text around it is sealed. */
export interface Slip {
	line: number;
	message: string;
	hint: string;
	/** The word is `Facilitator`: what follows may never be opened. */
	facilitator: boolean;
	/** *colon*: a hidden word that begins its line, with more behind it. */
	kind: 'heading' | 'word' | 'colon' | 'html';
}

const WORDS = ['expert', 'answer', 'facilitator', 'debrief'];
/** Other ways to write these words over a hidden text; letters only. */
const PHRASES = new Set([
	...WORDS.flatMap((word) => [word, `${word}s`, `${word}view`, `${word}sview`, `${word}notes`]),
	...WORDS.map((word) => `${word}snotes`),
	...['theexpertsview', 'facilitatoronly', 'facilitatorsonly', 'forfacilitators', 'debriefing'],
	...['rightanswer', 'modelanswer', 'theanswer', 'solution', 'solutions']
]);
/** One edit from a hidden word, and words of their own. */
const NO_SLIP = new Set(['export', 'expect', 'exert', 'answered']);

const invisible = /[\p{Cf}\\]/gu;
const sign = '#\uFF03\uFE5F\u266F';
const lead = new RegExp(`^(?:[\\s>|*+_~\`•·–—:-]|\\d+[.)])*`, 'u');
const headingLike = new RegExp(
	`^[${sign}]{1,3}(?:\\s|$)|^[${sign}]+[^\\s${sign}]|^[${sign}]{7}`,
	'u'
);
const signAndWord = new RegExp(`[${sign}]\\s*[*_\`]*(?:${WORDS.join('|')})`, 'iu');
const wordAndColon = new RegExp(
	`^(?:${WORDS.join('|')})(?:'?s|s')?(?: view| notes?)?[*_\`\\s]*(?:[:：]|\\s[–—-]\\s)`,
	'iu'
);

function lonelyWord(line: string): boolean {
	if (line.length > 200) return false;
	const letters = line
		.normalize('NFKC')
		.replace(/\{#[^}]*\}|&[#\w]+;/g, '')
		.replace(/[^\p{L}]/gu, '')
		.toLowerCase();
	if (PHRASES.has(letters)) return true;
	return (
		!NO_SLIP.has(letters) &&
		WORDS.some(
			(word) => Math.abs(word.length - letters.length) <= 1 && distance(letters, word) <= 1
		)
	);
}

function slipOf(written: string, line: number, heading: boolean): Slip | undefined {
	const text = written.replace(invisible, '');
	const bare = text.replace(lead, '');
	const shown = written.trim().slice(0, 40);
	if ((!heading && headingLike.test(bare)) || signAndWord.test(text))
		return {
			line,
			facilitator: /facilitator/i.test(bare),
			kind: 'heading',
			message: `"${shown}" looks like a heading and is none.`,
			hint: 'A heading stands alone at the beginning of a line: # or ## or ###, a space, its word.'
		};
	const lonely = lonelyWord(text);
	if (lonely || wordAndColon.test(bare))
		return {
			line,
			facilitator: /^f/i.test(bare),
			kind: lonely ? 'word' : 'colon',
			message: `"${shown}" looks like the heading of a hidden text.`,
			hint: 'Write it as a heading (### Expert, ### Answer, ### Facilitator), or put it into a sentence.'
		};
	return undefined;
}

/** The line on which a nested token stands, as near as its text tells. */
function lineWithin({ raw, line }: Piece, part: string): number {
	const at = raw.indexOf(part);
	return at < 0 ? line : line + raw.slice(0, at).split('\n').length - 1;
}

/**
 * Everything in a text by which hidden words could leak: lines like a heading that are none
 * (glued, indented, quoted, in a list, in code), a hidden word alone on its line or before a
 * colon, and raw HTML, which may swallow headings.
 */
export function slips(own: readonly Piece[]): Slip[] {
	const found: Slip[] = [];
	for (const piece of own) {
		const heading = piece.token.type === 'heading' && /^ {0,3}#/.test(piece.raw);
		for (const [i, text] of piece.raw.split('\n').entries()) {
			const slip = slipOf(text, piece.line + i, heading);
			if (slip) found.push(slip);
		}
		const html = piece.raw.includes('<')
			? tokensOf(piece.token).find(({ type }) => type === 'html')
			: undefined;
		if (html)
			found.push({
				line: lineWithin(piece, html.raw),
				facilitator: false,
				kind: 'html',
				message: `"${html.raw.trim().split('\n')[0]?.slice(0, 40)}" is HTML, which is not shown.`,
				hint: 'Write it in Markdown; for a < that is meant as one, write \\<.'
			});
	}
	return found;
}
