import { audienceOf, type For } from './audience';
import { checkSealed, openable, report, sealSection, setAside, type Desk } from './desk';
import { headingOf, type Heading, type Word } from './heading';
import { takeId } from './ids';
import { hold, seal } from './reveal';
import { textOf, wholeOf, type Piece, type Section } from './sections';
import { idle, settings, type Key, type Setting } from './settings';
import { slips } from './slips';
import type { Held, Open, Sealed } from './text';

/** What every exercise, need, inject, handout and question has. */
export interface Block extends For {
	id: string;
	title: string;
	line: number;
	given: ReadonlyMap<Key, Setting>;
	/** The text under the settings; empty when it was sealed. */
	rest: Piece[];
	/** False when the text was sealed. */
	sound: boolean;
	/** False when it cannot be said for whom the block is, or when: nothing of it may be shown. */
	addressed: boolean;
}

/** More that can be wrong with a block's text, found by its own reader. */
export type Check = (block: Pick<Block, 'given' | 'rest'>) => Omit<Trouble, 'audience'>[];

interface Trouble {
	line: number;
	message: string;
	hint: string;
	audience?: boolean;
}

/** Slips of a block's text; in its settings only those that no setting looks like. */
function slipsOf({ own }: Section, rest: readonly Piece[]): Trouble[] {
	const first = rest[0]?.line ?? Infinity;
	const above = slips(own).filter(
		({ kind, line }) => line < first && (kind === 'heading' || kind === 'html')
	);
	return [...above, ...slips(rest)];
}

/**
 * Reads what stands between a block's heading and the next one. Anything that is not
 * understood seals this text, and not the blocks under it.
 */
export function blockOf(
	section: Section,
	{ word, title, id: given }: Heading,
	desk: Desk,
	allowed: readonly Key[],
	check: Check = () => []
): Block {
	const { line } = section;
	const id = takeId(desk, { line, title, id: given }, desk.ids);
	const read = settings(section.own, [...allowed, ...idle], word);
	const whom = audienceOf(read, desk, id);
	const troubles: Trouble[] = [...read.faults, ...slipsOf(section, read.rest), ...check(read)];
	for (const { key, line: at } of read.given.values())
		if (idle.includes(key))
			report(
				desk,
				'advice',
				at,
				`"${key}" has no effect yet.`,
				'Leave it: a later version reads it.'
			);
	for (const { line: at, message, hint } of troubles) report(desk, 'sealed', at, message, hint);
	const sound = troubles.length === 0;
	if (!sound) setAside(desk, line, `${section.raw}\n\n${textOf(section.own)}`);
	return {
		...whom,
		id,
		title,
		line,
		given: read.given,
		rest: sound ? read.rest : [],
		sound,
		addressed: !read.faults.some(({ audience }) => audience)
	};
}

/** A block's text by whom it is for: open when it is for all from the beginning. */
export function textFor({ audience, after }: For, markdown: string): Open | Held {
	return audience.to === 'all' && after === undefined ? { open: markdown } : hold(markdown);
}

/** Up to 24 characters for strips and tabs; the title where the author gave none. */
export function shortOf({ given, title }: Block, desk: Desk): string {
	const short = given.get('short');
	if (!short) return title;
	if ([...short.value].length > 24)
		report(desk, 'advice', short.line, '"short" has more than 24 characters.', 'Shorten it.');
	return [...short.value].slice(0, 24).join('');
}

/** The value of a setting that is yes or no. */
export function yes(given: ReadonlyMap<Key, Setting>, key: Key): boolean {
	const setting = given.get(key);
	return setting !== undefined && setting.value !== 'no';
}

/** A check that a setting is one of a few words. */
export function oneOf(key: Key, words: readonly string[]): Check {
	return ({ given }) => {
		const setting = given.get(key);
		if (!setting || words.includes(setting.value)) return [];
		const message = `"${key}: ${setting.value.slice(0, 40)}" is not understood.`;
		return [
			{ line: setting.line, message, hint: `Write one of: ${words.filter(Boolean).join(', ')}.` }
		];
	};
}

/** A check that a setting is a number of minutes. */
export function inMinutes(key: Key): Check {
	return ({ given }) => {
		const setting = given.get(key);
		if (!setting || minutes(setting) !== undefined) return [];
		const message = `"${key}: ${setting.value.slice(0, 40)}" is no number of minutes.`;
		return [{ line: setting.line, message, hint: `Write "${key}: 25 minutes".` }];
	};
}

/** Whole minutes of a setting such as `25 minutes`. */
export function minutes(setting: Setting | undefined): number | undefined {
	const found = /^(\d{1,3})(?:\s*(?:minutes?|min))?$/.exec(setting?.value ?? '')?.[1];
	return found === undefined ? undefined : Number(found);
}

/** All checks together. */
export function checks(...each: Check[]): Check {
	return (block) => each.flatMap((check) => check(block));
}

/**
 * The hidden texts under a block, by their word; the same word twice is joined. What does not
 * belong there is sealed and reported.
 */
export function notesOf(
	under: readonly Section[],
	allowed: readonly Word[],
	place: string,
	desk: Desk
): Map<Word, Section[]> {
	const found = new Map<Word, Section[]>();
	for (const section of under) {
		const heading = headingOf(section, desk);
		if (!heading) continue;
		if (!allowed.includes(heading.word)) {
			sealSection(
				desk,
				section,
				`"${heading.word}" has no place under ${place}.`,
				allowed.length ? `Here stand ${allowed.join(', ')}.` : 'Move it.'
			);
			continue;
		}
		if (heading.word === 'Facilitator') checkSealed(desk, section);
		else if (!openable(desk, section)) continue;
		found.set(heading.word, [...(found.get(heading.word) ?? []), section]);
	}
	return found;
}

/** The text of sections that belong together, for facilitators. */
export function sealedText(sections: readonly Section[] = []): Sealed {
	return seal(sections.map(({ own }) => textOf(own)).join('\n\n'));
}

/** Everything under a block whose address is unknown goes where its text went. */
export function setAsideUnder(desk: Desk, section: Section): void {
	for (const each of section.under) setAside(desk, each.line, wholeOf(each));
}
