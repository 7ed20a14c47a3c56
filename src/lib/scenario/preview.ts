import { renderMarkdown, type Shown } from './render';
import { reveal } from './reveal';
import type { Audience, Exercise, Handout, Inject, Need, Question, Scenario } from './scenario';
import type { Held, Open, Sealed } from './text';

/** Who may see a block, and from when. */
export type Mark =
	| { state: 'open' }
	| { state: 'held'; audience: Audience; after?: string; at?: number; byHand?: boolean }
	| { state: 'sealed'; why: 'expert' | 'answer' | 'facilitator' | 'debrief' | 'not-understood' };

/** One block of the read-only preview, in the order of the document. */
export interface PreviewBlock {
	kind:
		| 'situation'
		| 'exercise'
		| 'need'
		| 'question'
		| 'inject'
		| 'handout'
		| 'expert'
		| 'answer'
		| 'facilitator'
		| 'debrief'
		| 'not-understood';
	title: string;
	/** Safe HTML. */
	html: string;
	mark: Mark;
	/** Of a question with options; `right` only for facilitators. */
	options?: { text: string; right?: boolean }[];
	/** Of a need: the author's facts. */
	facts?: Pick<Need, 'heldIn' | 'heldInWords' | 'heldBy' | 'neededWithin' | 'use'>;
	/** Of an expert's view: tools and pitfalls. */
	expert?: { tool: string; pitfall: boolean; why: string }[];
	/** Line in `scenario.md`, of what was not understood. */
	line?: number;
}

const open: Mark = { state: 'open' };

function words(text: Open | Held | Sealed): string {
	return 'open' in text ? text.open : reveal(text);
}

function markOf({ audience, after }: { audience: Audience; after?: string }): Mark {
	return audience.to === 'all' && after === undefined ? open : { state: 'held', audience, after };
}

function hidden(
	kind: 'expert' | 'answer' | 'facilitator' | 'debrief',
	title: string,
	text: Sealed,
	shown: Shown
): PreviewBlock[] {
	const markdown = reveal(text);
	if (!markdown) return [];
	const html = renderMarkdown(markdown, shown);
	return [{ kind, title, html, mark: { state: 'sealed', why: kind } }];
}

function needBlocks(need: Need, shown: Shown): PreviewBlock[] {
	const { title, heldIn, heldInWords, heldBy, neededWithin, use } = need;
	const lines = need.expert.map(({ tool, pitfall, why }) => ({ tool, pitfall, why: reveal(why) }));
	const prose = reveal(need.expertText);
	const expert: PreviewBlock = {
		kind: 'expert',
		title,
		html: renderMarkdown(prose, shown),
		mark: { state: 'sealed', why: 'expert' },
		expert: lines
	};
	return [
		{
			kind: 'need',
			title,
			html: renderMarkdown(words(need.text), shown),
			mark: markOf(need),
			facts: { heldIn, heldInWords, heldBy, neededWithin, use }
		},
		...(lines.length || prose ? [expert] : []),
		...hidden('facilitator', title, need.facilitator, shown)
	];
}

function questionBlocks(question: Question, shown: Shown): PreviewBlock[] {
	const { title } = question;
	const right = reveal(question.right).split('\n');
	return [
		{
			kind: 'question',
			title,
			html: renderMarkdown(words(question.text), shown),
			mark: markOf(question),
			options: question.options.map(({ id, text }) => ({ text, right: right.includes(id) }))
		},
		...hidden('answer', title, question.answerText, shown),
		...hidden('facilitator', title, question.facilitator, shown)
	];
}

function injectBlocks(inject: Inject, shown: Shown): PreviewBlock[] {
	const { audience, after, at } = inject;
	const title = reveal(inject.title);
	return [
		{
			kind: 'inject',
			title,
			html: renderMarkdown(reveal(inject.text), shown),
			mark: { state: 'held', audience, after, at, byHand: at === undefined }
		},
		...hidden('facilitator', title, inject.facilitator, shown)
	];
}

function handoutBlock(handout: Handout, shown: Shown): PreviewBlock {
	return {
		kind: 'handout',
		title: words(handout.title),
		html: renderMarkdown(words(handout.text), shown),
		mark: markOf(handout)
	};
}

function exerciseBlocks(exercise: Exercise, shown: Shown): PreviewBlock[] {
	const { title } = exercise;
	return [
		{ kind: 'exercise', title, html: renderMarkdown(exercise.text.open, shown), mark: open },
		...exercise.handouts.map((handout) => handoutBlock(handout, shown)),
		...exercise.items.flatMap((item) =>
			item.kind === 'need' ? needBlocks(item, shown) : questionBlocks(item, shown)
		),
		...exercise.injects.flatMap((inject) => injectBlocks(inject, shown)),
		...hidden('expert', title, exercise.expert, shown),
		...hidden('facilitator', title, exercise.facilitator, shown)
	];
}

/**
 * A scenario as a flat list of blocks to read before choosing it.
 * @param as a participant's preview has only what is open to everyone from the beginning, and no
 * right answers
 * @param file addresses of the scenario's own files
 */
export function preview(
	scenario: Scenario,
	as: 'participant' | 'facilitator',
	file: Shown['file']
): PreviewBlock[] {
	const shown = { file };
	const { title } = scenario;
	const html = renderMarkdown(scenario.situation.open, shown);
	const all: PreviewBlock[] = [
		{ kind: 'situation', title, html, mark: open },
		...scenario.exercises.flatMap((exercise) => exerciseBlocks(exercise, shown)),
		...hidden('debrief', title, scenario.debrief, shown),
		...hidden('facilitator', title, scenario.facilitator, shown),
		...scenario.notUnderstood.map(({ line, text }): PreviewBlock => ({
			kind: 'not-understood',
			title: '',
			html: renderMarkdown(reveal(text), shown),
			mark: { state: 'sealed', why: 'not-understood' },
			line
		}))
	];
	if (as === 'facilitator') return all;
	return all
		.filter(({ mark }) => mark.state === 'open')
		.map((block) =>
			block.options ? { ...block, options: block.options.map(({ text }) => ({ text })) } : block
		);
}
