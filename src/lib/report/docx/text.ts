import {
	Paragraph,
	TextRun,
	type ImageRun,
	type IParagraphOptions,
	type IRunOptions,
	type ParagraphChild
} from 'docx';
import { runsRightToLeft, stretches } from '../direction';
import type { Names } from '../names';
import type { Words } from '../words';

/** What everything in a document is written with. */
export interface Setting {
	words: Words;
	names: Names;
	/** Pictures as dots, by their SVG: many bars are as long as another. */
	dots: Map<string, Uint8Array>;
}

/** How a run looks beside what its paragraph's style says; its direction comes from the text. */
export type RunLook = Omit<IRunOptions, 'text' | 'children' | 'rightToLeft'>;

/** The same for a paragraph. */
export type Look = Omit<IParagraphOptions, 'text' | 'children' | 'bidirectional'>;

/** A part of a paragraph: a label, or what somebody wrote. */
export interface Piece {
	text: string;
	look?: RunLook;
}

/** Looks of pieces, by the character styles of the document. */
export const LABEL: RunLook = { style: 'Label' };
export const STRONG: RunLook = { style: 'Strong' };

/** Text as XML may hold it: without control characters and halves of pairs, one sign for each new line. */
export function clean(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/**
 * A text as people wrote it: a paragraph for each line, each running as its first letter does, and
 * as the document does where it has none.
 * @param runLook how all of it looks
 */
export function written(
	text: string,
	{ words }: Setting,
	look: Look = {},
	runLook: RunLook = {}
): Paragraph[] {
	return clean(text)
		.split('\n')
		.map((line) => paragraph(runs(line, words, runLook), runsRightToLeft(line) ?? words.rtl, look));
}

/** A paragraph of the document's own, in which pieces stand one after the other, each in its direction. */
export function said(pieces: Piece[] | string, { words }: Setting, look: Look = {}): Paragraph {
	const all = typeof pieces === 'string' ? [{ text: pieces }] : pieces;
	const children = all.flatMap(({ text, look: own }: Piece) =>
		runs(clean(text).replaceAll('\n', ' '), words, own)
	);
	return paragraph(children, words.rtl, look);
}

/** A picture, and after it the number that it stands for, where there is none above. */
export function pictured(
	image: ImageRun,
	{ words }: Setting,
	look: Look,
	number?: string
): Paragraph {
	const after = number === undefined ? [] : runs(`\u00a0${number}`, words);
	return paragraph([image, ...after], words.rtl, look);
}

/** A label, and after it what somebody wrote; nothing where nothing was written. */
export function fact(label: string, text: string, setting: Setting, look: Look = {}): Paragraph[] {
	if (text.trim() === '') return [];
	return [
		said([{ text: `${label}: `, look: LABEL }, { text }], setting, { style: 'Fact', ...look })
	];
}

function paragraph(children: ParagraphChild[], rtl: boolean, look: Look): Paragraph {
	return new Paragraph({ ...look, ...(rtl && { bidirectional: true }), children });
}

/** Runs of a line, each in one direction: Word turns what is not marked as such the wrong way round. */
function runs(line: string, words: Words, look: RunLook = {}): TextRun[] {
	return stretches(line, runsRightToLeft(line) ?? words.rtl).map(
		({ text, rtl }) => new TextRun({ ...look, text, ...(rtl && { rightToLeft: true }) })
	);
}
