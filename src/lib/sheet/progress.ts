import type { Layout, LayoutQuestion } from './layout';
import type { Choice, ItemProgress, SheetValue } from './value';

/**
 * How far each need and question is. Complete is not correct: nothing is graded here.
 * @returns needs first, then questions, each in the author's order
 */
export function progress(value: SheetValue, layout: Layout): ItemProgress[] {
	return [
		...layout.needs.map((need) =>
			needProgress(
				need,
				value.choices.filter((choice) => choice.need === need && choice.gone === null)
			)
		),
		...layout.questions.map((question) => questionProgress(question, value))
	];
}

/** The same in three numbers, e.g. for "1 of 7 complete, 3 begun". */
export function summary(items: ItemProgress[]): { all: number; begun: number; complete: number } {
	const count = (state: ItemProgress['state']) =>
		items.filter((item) => item.state === state).length;
	return { all: items.length, begun: count('begun'), complete: count('complete') };
}

/** Complete with at least one tool, each with who asks, who executes and a reason. */
function needProgress(id: string, choices: Choice[]): ItemProgress {
	if (choices.length === 0) return { id, state: 'empty', tools: 0, missing: ['tool'] };
	const missing = (['asks', 'executes', 'reason'] as const).filter((part) =>
		choices.some((choice) => choice[part].trim() === '')
	);
	const state = missing.length === 0 ? 'complete' : 'begun';
	return { id, state, tools: choices.length, missing };
}

function questionProgress(question: LayoutQuestion, value: SheetValue): ItemProgress {
	const answer = value.answers.find((a) => a.question === question.id);
	const answered =
		question.answer === 'text' ? !!answer?.text.trim() : !!answer && answer.options.length > 0;
	const reasoned = !!answer?.reason.trim();
	const missing: ItemProgress['missing'] = [];
	if (!answered) missing.push('answer');
	if (question.withReason && !reasoned) missing.push('reason');
	const begun = answered || reasoned ? 'begun' : 'empty';
	return {
		id: question.id,
		state: missing.length === 0 ? 'complete' : begun,
		tools: 0,
		missing
	};
}
