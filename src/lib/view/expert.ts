import type { Exercise, Need, Question } from '../scenario/scenario';
import type { Sealed } from '../scenario/text';
import { openedAt, sheetsFor, WHOLE_CASE } from '../workshop/debrief';
import type { WorkshopState } from '../workshop/state';
import { html } from './html';
import type { ExpertView } from './parts';
import { markdownOf } from './seen';

/** The expert's view of one need or question, for whoever may see it. */
export function expertView(state: WorkshopState, item: Need | Question, base: string): ExpertView {
	if (item.kind === 'question') return { lines: [], html: html(item.answerText, base) };
	return {
		lines: item.expert.map(({ tool, pitfall, why }) => ({
			id: tool,
			tool: state.tools.find((one) => one.id === tool)?.name ?? tool,
			pitfall,
			html: html(why, base)
		})),
		html: html(item.expertText, base)
	};
}

/** Every text of the expert's view of a need or question. */
export function expertTexts(item: Need | Question): Sealed[] {
	if (item.kind === 'question') return [item.answerText, item.right];
	return [...item.expert.map(({ why }) => why), item.expertText];
}

const isWritten = (text: Sealed) => markdownOf(text).trim() !== '';

/** Whether the author gave the expert's view of it. */
export function hasExpert(item: Need | Question): boolean {
	return (item.kind === 'need' && item.expert.length > 0) || expertTexts(item).some(isWritten);
}

/** The expert's view of an exercise, or of the case as a whole, as whoever opens it sees it. */
export interface Opening {
	/** Id of the exercise, or `WHOLE_CASE`. */
	exercise: string;
	title: string;
	/** Sheets of teams that work it, and how many of them may still be written. */
	sheets: number;
	writing: number;
	/** ms since 1970; null: nobody but facilitators has seen it. */
	openedAt: number | null;
}

/** Everything of which the author gave the expert's view, in the order of the case. */
export function openings(state: WorkshopState): Opening[] {
	const { exercises, debrief, title } = state.scenario;
	const has = ({ expert, items }: Exercise) => isWritten(expert) || items.some(hasExpert);
	return [...exercises.filter(has), ...(isWritten(debrief) ? [{ id: WHOLE_CASE, title }] : [])].map(
		(one) => {
			const sheets = sheetsFor(state, one.id);
			return {
				exercise: one.id,
				title: one.title,
				sheets: sheets.length,
				writing:
					state.status === 'ended' ? 0 : sheets.filter(({ closedAt }) => closedAt === null).length,
				openedAt: openedAt(state, one.id) ?? null
			};
		}
	);
}

/** The expert's view of every need of which it is open to all, by the need's id. */
export function openExperts(state: WorkshopState, base: string): Map<string, ExpertView> {
	const needs = state.scenario.exercises
		.filter(({ id }) => openedAt(state, id) !== undefined)
		.flatMap(({ items }) => items)
		.filter((item) => item.kind === 'need' && hasExpert(item));
	return new Map(needs.map((need) => [need.id, expertView(state, need, base)]));
}
