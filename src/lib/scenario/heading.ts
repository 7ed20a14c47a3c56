import { report, sealSection, type Desk } from './desk';
import { splitId } from './ids';
import { didYouMean } from './nearest';
import type { Section } from './sections';

/** The words that make structure, by the level of their heading. */
export const words = {
	1: ['Situation', 'Agenda', 'Exercise', 'Debrief', 'Facilitator', 'Glossary'],
	2: ['Need', 'Inject', 'Handout', 'Law', 'Question'],
	3: ['Expert', 'Answer', 'Facilitator']
} as const;

export type Word = (typeof words)[1 | 2 | 3][number];

const titled: readonly string[] = ['Exercise', 'Need', 'Inject', 'Handout', 'Law', 'Question'];
const later: readonly string[] = ['Glossary', 'Law'];

/** A heading that was understood. */
export interface Heading {
	word: Word;
	/** Empty for words that take none. */
	title: string;
	/** As the author gave it. */
	id?: string;
}

/** What is wrong with a heading, or the heading; the closed vocabulary of the format. */
function parse(section: Section): Heading | { message: string; hint: string } {
	const level = section.level as 1 | 2 | 3;
	const signs = '#'.repeat(level);
	const known: readonly string[] = words[level];
	const { text, id } = splitId(section.heading);
	const [, word = '', colon = '', title = ''] = /^([^:]*?)\s*(?:(:)\s*(.*))?$/.exec(text) ?? [];
	const shown = `${signs} ${text}`.trim().slice(0, 60);
	if (!/^ {0,3}#/.test(section.raw))
		return {
			message: `"${section.heading.slice(0, 40)}" is underlined, which makes a heading of it.`,
			hint: `For a heading write "${signs} …"; for a line across, leave an empty line before it.`
		};
	if (!known.includes(word)) {
		const elsewhere = ([1, 2, 3] as const).find((other) =>
			(words[other] as readonly string[]).includes(word)
		);
		const otherwise = elsewhere
			? `"${word}" belongs at level ${elsewhere}: ${'#'.repeat(elsewhere)} ${word}.`
			: `At this level stand ${known.join(', ')}. Your own headings begin with ####.`;
		const first = /^[\p{L}]+/u.exec(text.replace(/[*_`]/g, ''))?.[0] ?? word;
		return {
			message: `"${shown}" is no heading of a scenario.`,
			hint: elsewhere ? otherwise : didYouMean(colon ? word : first, known, otherwise)
		};
	}
	if (/##|#\s+\p{L}/u.test(title))
		return { message: `"${shown}" is two headings in one line.`, hint: 'Part them.' };
	if (later.includes(word))
		return { message: `"${word}" is not yet supported.`, hint: 'Leave it for a later version.' };
	if (titled.includes(word) && !title)
		return { message: `"${shown}" has no title.`, hint: `Write "${signs} ${word}: Title".` };
	if (!titled.includes(word) && colon)
		return { message: `"${word}" takes no title.`, hint: `Write "${signs} ${word}" alone.` };
	return { word: word as Word, title, id };
}

/** Reads a section's heading; a section that is not understood is sealed and reported. */
export function headingOf(section: Section, desk: Desk): Heading | undefined {
	const heading = parse(section);
	if ('message' in heading) {
		sealSection(desk, section, heading.message, heading.hint);
		return undefined;
	}
	if (section.raw.startsWith(' '))
		report(desk, 'advice', section.line, 'The heading is indented.', 'Take out the spaces.');
	return heading;
}
