import { blockOf, inMinutes, minutes, notesOf, sealedText, setAsideUnder, textFor } from './block';
import type { Desk } from './desk';
import type { Heading } from './heading';
import { slug, splitId } from './ids';
import { hold } from './reveal';
import type { Handout, Inject } from './scenario';
import { textOf, type Section } from './sections';

/** Reads `## Inject`; undefined when anything is wrong with it: an empty one would tell nobody anything. */
export function injectOf(section: Section, heading: Heading, desk: Desk): Inject | undefined {
	const block = blockOf(section, heading, desk, ['at', 'to', 'after', 'by'], inMinutes('at'));
	const notes = notesOf(section.under, ['Facilitator'], 'an inject', desk);
	if (!block.sound) {
		setAsideUnder(desk, section);
		return undefined;
	}
	return {
		kind: 'inject',
		id: block.id,
		title: hold(block.title),
		text: hold(textOf(block.rest)),
		audience: block.audience,
		at: minutes(block.given.get('at')),
		after: block.after,
		facilitator: sealedText(notes.get('Facilitator'))
	};
}

/** A handout, and the notes under it: they go to the facilitator's notes of the exercise. */
export interface HandoutWithNotes {
	handout?: Handout;
	notes: Section[];
}

/** Reads `## Handout`, likewise. */
export function handoutOf(section: Section, heading: Heading, desk: Desk): HandoutWithNotes {
	const block = blockOf(section, heading, desk, ['to', 'after']);
	const notes = notesOf(section.under, ['Facilitator'], 'a handout', desk).get('Facilitator') ?? [];
	if (!block.sound) {
		setAsideUnder(desk, section);
		return { notes: [] };
	}
	const { id, title, audience, after } = block;
	return {
		handout: {
			kind: 'handout',
			id,
			title: textFor(block, title),
			text: textFor(block, textOf(block.rest)),
			audience,
			after
		},
		notes
	};
}

/** Ids of injects, from their headings alone: what comes first in a document may name what comes later. */
export function injectIds(root: Section): Set<string> {
	const all = (section: Section): Section[] => [section, ...section.under.flatMap(all)];
	return new Set(
		all(root).flatMap(({ level, heading }) => {
			const { text, id } = splitId(heading);
			const title = /^Inject\s*:\s*(.+)$/.exec(text)?.[1];
			return level === 2 && title ? [id ?? slug(title)] : [];
		})
	);
}
