import { blockOf, checks, inMinutes, minutes, notesOf, oneOf, sealedText, yes } from './block';
import { report, sealSection, setAside, type Desk } from './desk';
import { headingOf, type Heading } from './heading';
import { needOf } from './need';
import { handoutOf, injectOf } from './papers';
import { questionOf } from './question';
import type { Exercise, Handout, Inject, Need, Question } from './scenario';
import { textOf, wholeOf, type Section } from './sections';

const keys = ['alone first', 'recommendations'] as const;
const check = checks(inMinutes('alone first'), oneOf('recommendations', ['yes', 'no']));

/** Blocks in the order of their headings, with the section each came from. */
type Found = { section: Section; block: Need | Question | Inject | Handout };

function blocks(under: readonly Section[], desk: Desk): { found: Found[]; notes: Section[] } {
	const found: Found[] = [];
	const notes: Section[] = [];
	for (const section of under) {
		const heading = headingOf(section, desk);
		if (!heading) continue;
		const add = (block: Found['block'] | undefined) => block && found.push({ section, block });
		if (heading.word === 'Need') add(needOf(section, heading, desk));
		if (heading.word === 'Question') add(questionOf(section, heading, desk));
		if (heading.word === 'Inject') add(injectOf(section, heading, desk));
		if (heading.word === 'Handout') {
			const read = handoutOf(section, heading, desk);
			add(read.handout);
			notes.push(...read.notes);
		}
	}
	return { found, notes };
}

/**
 * Reads `# Exercise` and everything under it.
 * @param heading of the section; an exercise that the author did not name has the scenario's title
 */
export function exerciseOf(section: Section, heading: Heading, desk: Desk): Exercise {
	const block = blockOf(section, heading, desk, keys, check);
	const direct = section.under.filter(({ level }) => level === 3);
	const notes = notesOf(direct, ['Expert', 'Facilitator'], 'an exercise', desk);
	const read = blocks(
		section.under.filter(({ level }) => level === 2),
		desk
	);
	const of = <K extends Found['block']['kind']>(...kinds: K[]) =>
		read.found
			.map(({ block: each }) => each)
			.filter((each): each is Extract<Found['block'], { kind: K }> =>
				(kinds as string[]).includes(each.kind)
			);
	return {
		id: block.id,
		title: block.title,
		text: { open: textOf(block.rest) },
		aloneFirst: minutes(block.given.get('alone first')),
		recommendations: yes(block.given, 'recommendations'),
		items: of('need', 'question'),
		injects: of('inject'),
		handouts: of('handout'),
		expert: sealedText(notes.get('Expert')),
		facilitator: sealedText([...(notes.get('Facilitator') ?? []), ...read.notes])
	};
}

function at(line: number, sections: readonly Section[]): Section | undefined {
	for (const section of sections) {
		const found = section.line === line ? section : at(line, section.under);
		if (found) return found;
	}
	return undefined;
}

/**
 * Takes out what waits for an inject that was itself sealed: it would never open, and its title
 * may tell what nobody shall know.
 */
export function withoutOrphans(exercises: Exercise[], root: Section, desk: Desk): Exercise[] {
	const released = new Set(exercises.flatMap(({ injects }) => injects.map(({ id }) => id)));
	let lost = false;
	const stays = (block: { id: string; after?: string }): boolean => {
		if (block.after === undefined || released.has(block.after)) return true;
		lost = true;
		const line = desk.ids.get(block.id) ?? 1;
		const message = `"${block.id}" waits for the inject "${block.after}", which is sealed.`;
		report(desk, 'sealed', line, message, 'Mend the inject first.');
		const whole = at(line, root.under);
		if (whole) setAside(desk, line, wholeOf(whole));
		return false;
	};
	const left = exercises.map((exercise) => ({
		...exercise,
		items: exercise.items.filter(stays),
		injects: exercise.injects.filter(stays),
		handouts: exercise.handouts.filter(stays)
	}));
	// An inject may have gone for which others wait.
	return lost ? withoutOrphans(left, root, desk) : left;
}

/** Seals blocks that stand under a heading which takes none. */
export function sealUnder(section: Section, word: string, desk: Desk): void {
	for (const each of section.under)
		sealSection(
			desk,
			each,
			`"${each.raw.slice(0, 60)}" has no place under # ${word}.`,
			'Needs, questions, injects and handouts stand under # Exercise: … ; your own headings begin with ####.'
		);
}
