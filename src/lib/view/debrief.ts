import { namesOf } from '../report/names';
import { written } from '../report/team-results';
import type { Exercise, Need, Question } from '../scenario/scenario';
import { EMPTY_SHEET, type SheetValue } from '../sheet/value';
import { openedAt, WHOLE_CASE, workedIn } from '../workshop/debrief';
import { teamOf } from '../workshop/stage';
import type { Sheet, Team, WorkshopState } from '../workshop/state';
import { expertView, hasExpert } from './expert';
import { html } from './html';
import type { ExpertView } from './parts';
import { concerns, markdownOf } from './seen';

/** All that a participant gets of the expert's view, once it is open. */
export interface DebriefView {
	workshop: { code: string; title: string };
	exercises: ExerciseDebrief[];
	/** HTML of the debrief of the whole case; '' while it is not open. */
	html: string;
}

export interface ExerciseDebrief {
	id: string;
	title: string;
	/** Name of the team in which this person worked it; null: they watch. */
	team: string | null;
	/** HTML */
	html: string;
	needs: NeedDebrief[];
	answers: AnswerDebrief[];
}

export interface NeedDebrief {
	id: string;
	title: string;
	/** What the team chose, in its order. */
	own: { tool: string; name: string; place: string; reason: string }[];
	expert: ExpertView;
	/** Tools to choose from now: the team's own, then the expert's. */
	offered: { tool: string; name: string }[];
	/** The team may say what it thinks of it now. */
	asks: boolean;
	verdict: {
		is: 'keep' | 'revise';
		reason: string;
		after: string[];
		/** Who said it for the team. */
		by: string;
		/** ms since 1970 */
		at: number;
	} | null;
}

export interface AnswerDebrief {
	id: string;
	title: string;
	/** What the team answered. */
	own: { said: string[]; reason: string };
	/** The options that the author ticked. */
	right: string[];
	/** HTML */
	html: string;
}

/** An exercise of which a person may read the expert's view, and the needs and questions that are theirs. */
export interface Debriefed {
	exercise: Exercise;
	team: Team | undefined;
	sheet: Sheet | undefined;
	items: (Need | Question)[];
}

/** What a person may read of the expert's view now: the one gate to it. */
export function debriefed(state: WorkshopState, person: string): Debriefed[] {
	return state.scenario.exercises
		.filter(({ id }) => openedAt(state, id) !== undefined)
		.map((exercise) => {
			const worked = workedIn(state, person, exercise.id);
			const team = worked?.team ?? teamOf(state, person);
			const items = exercise.items.filter(
				(item) => hasExpert(item) && concerns(state, team, person, item)
			);
			return { exercise, team: worked?.team, sheet: worked?.sheet, items };
		});
}

/**
 * What a participant gets of the expert's view, and all they get.
 * @param sheets what the sheets say in which this person worked, by their ids
 */
export function debriefView(
	state: WorkshopState,
	person: string,
	sheets: ReadonlyMap<string, SheetValue>
): DebriefView {
	const base = `/room/${state.code}/files/`;
	return {
		workshop: { code: state.code, title: state.title },
		exercises: debriefed(state, person).map((one) => {
			const value = sheets.get(one.sheet?.id ?? '') ?? EMPTY_SHEET;
			return {
				id: one.exercise.id,
				title: one.exercise.title,
				team: one.team?.name ?? null,
				html: html(one.exercise.expert, base),
				needs: one.items.flatMap((item) =>
					item.kind === 'need' ? [needDebrief(state, item, one.sheet?.id, value, base)] : []
				),
				answers: one.items.flatMap((item) =>
					item.kind === 'question' ? [answerDebrief(state, item, value, base)] : []
				)
			};
		}),
		html: openedAt(state, WHOLE_CASE) === undefined ? '' : html(state.scenario.debrief, base)
	};
}

function needDebrief(
	state: WorkshopState,
	need: Need,
	sheet: string | undefined,
	value: SheetValue,
	base: string
): NeedDebrief {
	const names = namesOf(state);
	const own = value.choices
		.filter((choice) => choice.need === need.id && choice.gone === null)
		.map(({ tool, country, reason }) => ({
			tool,
			name: names.tool(tool),
			place: country === '-' ? '' : names.country(country),
			reason
		}));
	const expert = expertView(state, need, base);
	const advised = expert.lines.filter(({ pitfall }) => !pitfall).map(({ id }) => id);
	const offered = [...new Set([...own.map(({ tool }) => tool), ...advised])];
	const said = state.verdicts.find((one) => one.sheet === sheet && one.need === need.id);
	return {
		id: need.id,
		title: need.title,
		own,
		expert,
		offered: offered.map((tool) => ({ tool, name: names.tool(tool) })),
		asks: sheet !== undefined && state.status === 'open',
		verdict: said
			? {
					is: said.is,
					reason: said.reason,
					after: said.after,
					by: state.people.find(({ id }) => id === said.person)?.name ?? '',
					at: said.at
				}
			: null
	};
}

function answerDebrief(
	state: WorkshopState,
	question: Question,
	value: SheetValue,
	base: string
): AnswerDebrief {
	const names = namesOf(state);
	const option = (id: string) => names.option(question.id, id);
	const answer = written(state, [value]).answers.find((one) => one.question === question.id);
	const right = markdownOf(question.right).split('\n').filter(Boolean);
	return {
		id: question.id,
		title: question.title,
		own: {
			said: [answer?.value ?? ''].flat().filter(Boolean).map(option),
			reason: answer?.reason ?? ''
		},
		right: right.map(option),
		html: html(question.answerText, base)
	};
}
