import { AlignmentType, type IRunStylePropertiesOptions, type IStylesOptions } from 'docx';
import type { Language } from '../../format';

/** Colours of the house, without `#`. */
export const INK = '1F1D1A';
const GREY = '565148';
export const LINE = 'C9C1B1';

const SERIF = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'Cambria' };
const SANS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Calibri' };

/** How Word names the languages, so that it reads them aloud and spells them as what they are. */
const TAGS: Record<string, string> = {
	en: 'en-GB',
	sw: 'sw-KE',
	so: 'so-SO',
	fr: 'fr-FR',
	am: 'am-ET'
};

/** Marks text in a language; the document's own where none is known. What runs right to left is Arabic. */
export const inLanguage = (code: string): IRunStylePropertiesOptions =>
	code in TAGS ? { language: { value: TAGS[code], bidirectional: 'ar-SA' } } : {};

/** Upright in Arabic and its like, which have no italics. */
const ITALIC: IRunStylePropertiesOptions = { italics: true, italicsComplexScript: false };

/** Beside a heading, and less than it: said on the run, because bold in two styles is not bold. */
export const ASIDE: IRunStylePropertiesOptions = {
	font: SANS,
	size: 20,
	bold: false,
	color: GREY
};

const heading = (size: number, before: number) => ({
	run: { font: SERIF, size, bold: true, color: INK },
	paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true }
});

const own = (
	id: string,
	run: IRunStylePropertiesOptions,
	spacing: { before?: number; after?: number },
	more: object = {}
) => ({
	id,
	name: id,
	basedOn: 'Normal',
	quickFormat: true,
	run,
	paragraph: { spacing, ...more }
});

/** Styles of the document: the built-in headings, and a few of its own. */
export function styles(language: Language): IStylesOptions {
	return {
		default: {
			document: {
				run: {
					font: SANS,
					size: 22,
					color: INK,
					...inLanguage(language)
				},
				paragraph: { spacing: { after: 80 } }
			},
			heading1: heading(40, 360),
			heading2: heading(28, 300),
			heading3: heading(23, 200),
			heading4: heading(22, 160)
		},
		paragraphStyles: [
			own('Written', { font: SERIF, size: 23 }, { after: 40 }),
			own('Fact', { size: 20 }, { after: 20 }),
			own('Second', { size: 20, color: GREY }, { after: 60 }),
			own('Objection', { font: SERIF, size: 20, ...ITALIC }, { after: 20 }),
			own('Source', { font: SERIF, size: 22 }, { after: 80 }, { indent: { start: 240 } }),
			own('Cell', { size: 20 }, { after: 20 }),
			own('Number', { size: 20 }, { after: 20 }, { alignment: AlignmentType.RIGHT }),
			own('Owner', { size: 20, bold: true }, { after: 20 }),
			own('Head', { size: 19, bold: true }, { after: 20 }, { keepNext: true }),
			own(
				'NumberHead',
				{ size: 19, bold: true },
				{ after: 20 },
				{ keepNext: true, alignment: AlignmentType.RIGHT }
			),
			own('TOCHeading', { font: SERIF, size: 28, bold: true }, { before: 300, after: 100 }),
			own('TOC1', { size: 22 }, { before: 80, after: 20 }),
			own('TOC2', { size: 20 }, { after: 20 }, { indent: { start: 240 } })
		],
		characterStyles: [
			{ id: 'Label', name: 'Label', run: { color: GREY } },
			{ id: 'Strong', name: 'Strong', run: { bold: true } }
		]
	};
}
