import { seal } from './reveal';
import type { Country, Files, Problem, Tool } from './scenario';
import { textOf, wholeOf, type Section } from './sections';
import { slips } from './slips';
import type { Sealed } from './text';

/** What the readers of one scenario share: what is declared, and what they found. */
export interface Desk {
	file: string;
	countries: Country[];
	parts: string[];
	sides: string[];
	/** Ids of all injects whose heading could be read. */
	injects: ReadonlySet<string>;
	tools: ReadonlyMap<string, Tool>;
	files: Files;
	/** Line of each id taken. */
	ids: Map<string, number>;
	/** Headings and options without an id, with the one that was made for them. */
	missing: { line: number; id: string }[];
	problems: Problem[];
	notUnderstood: { line: number; text: Sealed }[];
}

/** Writes down a problem of the scenario's document. */
export function report(
	desk: Desk,
	level: Problem['level'],
	line: number,
	message: string,
	hint: string
): void {
	desk.problems.push({ file: desk.file, line, message, hint, level });
}

/** Puts a text among those that only facilitators will see. */
export function setAside(desk: Desk, line: number, markdown: string): void {
	if (markdown.trim()) desk.notUnderstood.push({ line, text: seal(markdown.trim()) });
}

/**
 * Reports what in a text for facilitators looks like something else: a glued heading there may
 * be a need that nobody will see. Words and HTML do no harm where only facilitators read.
 */
export function checkSealed(desk: Desk, section: Section): void {
	for (const { kind, line, message, hint } of slips(section.own)) {
		if (kind === 'colon') continue;
		report(desk, kind === 'heading' ? 'sealed' : 'advice', line, message, hint);
	}
}

/**
 * Checks a text that is opened to participants one day (expert, answer, debrief): facilitators'
 * notes that slipped into it would be opened with it, so it is then set aside as a whole.
 * @returns whether it may be used
 */
export function openable(desk: Desk, section: Section): boolean {
	const found = slips(section.own).filter(
		({ kind, facilitator }) => kind !== 'colon' || facilitator
	);
	for (const { line, message, hint } of found) report(desk, 'sealed', line, message, hint);
	if (found.length) setAside(desk, section.line, `${section.raw}\n\n${textOf(section.own)}`);
	return found.length === 0;
}

/** Seals a whole section that was not understood, with all that stands under it. */
export function sealSection(desk: Desk, section: Section, message: string, hint: string): void {
	report(desk, 'sealed', section.line, message, hint);
	setAside(desk, section.line, wholeOf(section));
	const check = (each: Section): void => {
		checkSealed(desk, each);
		each.under.forEach(check);
	};
	check(section);
}
