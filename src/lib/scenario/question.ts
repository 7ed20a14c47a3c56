import {
	blockOf,
	checks,
	notesOf,
	oneOf,
	sealedText,
	setAsideUnder,
	shortOf,
	textFor,
	yes,
	type Check
} from './block';
import { report, setAside, type Desk } from './desk';
import type { Heading } from './heading';
import { didYouMean } from './nearest';
import { boxesOf, checkTicks, optionsOf } from './options';
import { seal } from './reveal';
import type { Question } from './scenario';
import { textOf, type Section } from './sections';
import type { Setting } from './settings';

const keys = ['answer', 'by', 'to', 'after', 'short', 'optional'] as const;
const ways = ['text', 'one', 'several'] as const;
const later = ['order', 'table', 'one per row'];

/** `one, with reason` as its two halves; undefined for a way of answering that is not known. */
function answerOf(setting: Setting): { way: string; withReason: boolean; known: boolean } {
	const [, way = '', reason] = /^(.*?)(,\s*with reason)?$/.exec(setting.value) ?? [];
	return {
		way,
		withReason: reason !== undefined,
		known: (ways as readonly string[]).includes(way)
	};
}

const notYet: Check = ({ given }) => {
	const answer = given.get('answer');
	if (!answer || !later.includes(answerOf(answer).way)) return [];
	const message = `"answer: ${answerOf(answer).way}" is not yet supported.`;
	return [{ line: answer.line, message, hint: 'Write text, one or several.' }];
};

const check = checks(
	oneOf('optional', ['yes', 'no', '']),
	notYet,
	({ rest }) => boxesOf(rest).faults
);

/** How a question is answered, with what is odd about it reported. */
function wayOf(answer: Setting | undefined, boxes: number, line: number, desk: Desk) {
	if (!answer) {
		if (boxes)
			report(
				desk,
				'advice',
				line,
				'The question has options and no "answer".',
				'Write "- answer: one" or "- answer: several".'
			);
		return { way: boxes ? 'one' : 'text', withReason: false } as const;
	}
	const { way, withReason, known } = answerOf(answer);
	if (!known)
		report(
			desk,
			boxes ? 'sealed' : 'advice',
			answer.line,
			`"answer: ${answer.value.slice(0, 40)}" is not understood; the question is answered in free text.`,
			didYouMean(way, [...ways], 'Write text, one or several, and ", with reason" if you want it.')
		);
	if (!known) return { way: 'text', withReason } as const;
	if (way !== 'text' && !boxes)
		report(
			desk,
			'advice',
			answer.line,
			`"answer: ${way}" has no options; the question is answered in free text.`,
			'Write options: "- [ ] An answer".'
		);
	if (way === 'text' && boxes)
		report(
			desk,
			'sealed',
			answer.line,
			'The options of a question answered in free text are not shown.',
			'Write "answer: one" or "answer: several".'
		);
	return { way: boxes ? (way as Question['answer']) : 'text', withReason } as const;
}

/**
 * Reads `## Question`; undefined when nothing of it may be shown. Its options are part of its
 * text: a slip there seals them too, and a question to tick without options is none.
 */
export function questionOf(section: Section, heading: Heading, desk: Desk): Question | undefined {
	const block = blockOf(section, heading, desk, keys, check);
	const notes = notesOf(section.under, ['Answer', 'Facilitator'], 'a question', desk);
	const answer = block.given.get('answer');
	if (!block.addressed || (!block.sound && answer && answerOf(answer).way !== 'text')) {
		setAsideUnder(desk, section);
		return undefined;
	}
	const { boxed, text } = boxesOf(block.rest);
	const { way, withReason } = wayOf(answer, boxed.length, block.line, desk);
	if (way === 'text') boxed.forEach((option) => setAside(desk, option.line, option.text));
	const { options, right } = optionsOf(way === 'text' ? [] : boxed, desk);
	checkTicks(desk, way, right, block.line);
	return {
		kind: 'question',
		id: block.id,
		title: block.title,
		short: shortOf(block, desk),
		optional: yes(block.given, 'optional'),
		audience: block.audience,
		after: block.after,
		answer: way,
		withReason,
		text: textFor(block, textOf(text)),
		options,
		right: seal(right.join('\n')),
		answerText: sealedText(notes.get('Answer')),
		facilitator: sealedText(notes.get('Facilitator'))
	};
}
