import { report, type Desk } from './desk';
import { splitId, takeId } from './ids';
import type { QuestionOption } from './scenario';
import type { Piece } from './sections';

/** A boxed line of a question: `- [ ] An answer {#id}`, ticked when it is right. */
export interface Boxed {
	text: string;
	id?: string;
	ticked: boolean;
	line: number;
}

export interface Boxes {
	boxed: Boxed[];
	/** The question's text without them. */
	text: Piece[];
	/** Lines that are nearly options: a ticked one would tell the answer. */
	faults: { line: number; message: string; hint: string }[];
}

const box = /^\s*[-*+]\s+\[([ xX])\]\s+(\S.*)$/;
const nearly = /\[\s*[xX✓✔]?\s*\]|[☐☑☒✓✔]/u;
const hint = 'Write each option on one line: "- [ ] An answer", the right one "- [x] An answer".';

function fault(raw: string, line: number) {
	return { line, message: `"${raw.trim().split('\n')[0]?.slice(0, 40)}" is no option.`, hint };
}

/** Takes the options out of a question's text. */
export function boxesOf(rest: readonly Piece[]): Boxes {
	const found: Boxes = { boxed: [], text: [], faults: [] };
	for (const piece of rest) {
		const { token, raw } = piece;
		const list =
			token.type === 'list' &&
			!token.ordered &&
			token.items.some(({ task }: { task: boolean }) => task);
		let { line } = piece;
		if (!list) {
			found.text.push(piece);
			for (const [i, text] of raw.split('\n').entries())
				if (nearly.test(text)) found.faults.push(fault(text, line + i));
			continue;
		}
		for (const item of token.items as { raw: string }[]) {
			const [, tick, words = ''] = box.exec(item.raw.trimEnd()) ?? [];
			if (tick === undefined || item.raw.trim().includes('\n'))
				found.faults.push(fault(item.raw, line));
			else found.boxed.push({ ...splitId(words.trim()), ticked: tick !== ' ', line });
			line += item.raw.split('\n').length - 1;
		}
	}
	return found;
}

/** Gives the options their ids, each once in its question. */
export function optionsOf(
	boxed: readonly Boxed[],
	desk: Desk
): { options: QuestionOption[]; right: string[] } {
	const taken = new Map<string, number>();
	const options = boxed.map(({ text, id, line }) => ({
		id: takeId(desk, { line, title: text, id }, taken),
		text
	}));
	const right = options.filter((_, i) => boxed[i]?.ticked).map(({ id }) => id);
	return { options, right };
}

/** Reports options that do not fit the way of answering. */
export function checkTicks(
	desk: Desk,
	answer: string,
	right: readonly string[],
	line: number
): void {
	if (answer === 'one' && right.length > 1)
		report(
			desk,
			'advice',
			line,
			'More than one option is ticked as right.',
			'Write "answer: several".'
		);
}
