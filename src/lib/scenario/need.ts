import {
	blockOf,
	checks,
	notesOf,
	oneOf,
	sealedText,
	setAsideUnder,
	shortOf,
	textFor,
	yes
} from './block';
import { countryCode } from './countries';
import type { Desk } from './desk';
import { expertOf } from './expert';
import type { Heading } from './heading';
import type { Need, Use } from './scenario';
import { textOf, type Section } from './sections';

const keys = [
	...['held in', 'held by', 'needed within', 'use'],
	...['to', 'after', 'by', 'short', 'optional']
] as const;
const check = checks(
	oneOf('use', ['lead', 'both', 'evidence']),
	oneOf('optional', ['yes', 'no', ''])
);

/** Reads `## Need`; undefined when it cannot be said for whom it is. */
export function needOf(section: Section, heading: Heading, desk: Desk): Need | undefined {
	const block = blockOf(section, heading, desk, keys, check);
	const notes = notesOf(section.under, ['Expert', 'Facilitator'], 'a need', desk);
	const expert = expertOf(notes.get('Expert') ?? [], desk);
	if (!block.addressed) {
		setAsideUnder(desk, section);
		return undefined;
	}
	const { given, id, title, audience, after } = block;
	const where = given.get('held in')?.value ?? '';
	const heldIn = countryCode(where);
	return {
		kind: 'need',
		id,
		title,
		short: shortOf(block, desk),
		optional: yes(given, 'optional'),
		audience,
		after,
		heldIn,
		heldInWords: heldIn || !where ? undefined : where,
		heldBy: given.get('held by')?.value ?? '',
		neededWithin: given.get('needed within')?.value ?? '',
		use: block.sound ? (given.get('use')?.value as Use | undefined) : undefined,
		text: textFor(block, textOf(block.rest)),
		...expert,
		facilitator: sealedText(notes.get('Facilitator'))
	};
}
