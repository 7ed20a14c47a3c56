import type { SheetValue } from '../sheet/value';
import type { Participant, Team, WorkshopState } from '../workshop/state';
import type { TeamResults, TeamSheet } from './results';

/** What a team wrote, with its people. */
export function teamResults(
	state: WorkshopState,
	{ id, name, members }: Team,
	sheets: TeamSheet[]
): TeamResults {
	return {
		name,
		members: members.flatMap(({ person }) =>
			state.people.filter((one) => one.id === person).map(member)
		),
		...written(
			state,
			sheets.filter((sheet) => sheet.team === id).map((sheet) => sheet.value)
		)
	};
}

function member({ name, delegation, role }: Participant) {
	return { name, delegation, role };
}

export type Written = Pick<TeamResults, 'choices' | 'contacts' | 'answers' | 'recommendations'>;

/** What a team wrote in its sheets; what was removed is not in it. */
export function written(state: WorkshopState, values: SheetValue[]): Written {
	const kept = <T extends { gone: string | null }>(entries: T[]) =>
		entries.filter((entry) => entry.gone === null);
	return {
		choices: values
			.flatMap((value) => kept(value.choices))
			.map(({ entry: _entry, gone: _gone, ...choice }) => choice),
		contacts: values
			.flatMap((value) => kept(value.contacts))
			.map(({ need, role, institution, note }) => ({ need, role, institution, note })),
		answers: values
			.flatMap((value) => value.answers)
			.map(({ question, options, text, reason }) => ({
				question,
				value: answerValue(state, question, options, text),
				reason
			}))
			.filter(({ value, reason }) => value.length > 0 || reason !== ''),
		recommendations: values
			.flatMap((value) => kept(value.recommendations))
			.map(({ entry, text, horizon, owner, countries, answers, rank }) => ({
				id: entry.replace(/^rec\//, ''),
				text,
				horizon,
				owner,
				countries,
				answers,
				rank
			}))
	};
}

function answerValue(
	state: WorkshopState,
	question: string,
	options: string[],
	text: string
): string | string[] {
	const asked = state.scenario.exercises
		.flatMap((exercise) => exercise.items)
		.find((item) => item.kind === 'question' && item.id === question);
	if (asked?.kind !== 'question' || asked.answer === 'text') return text;
	return asked.answer === 'several' ? options : (options[0] ?? '');
}
