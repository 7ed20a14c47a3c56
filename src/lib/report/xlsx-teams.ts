import type { Names } from './names';
import type { Results, TeamResults } from './results';
import type { Label, Words } from './words';
import { column, type TableSheet, type Value } from './xlsx-sheet';

/** What each team wrote: a sheet for each kind, teams below each other. */
export function teamSheets(results: Results, names: Names, words: Words): TableSheet[] {
	const sheet = (
		name: string,
		columns: [Label, number][],
		rowsOf: (team: TeamResults) => Value[][]
	): TableSheet => ({
		name,
		columns: [
			column(words, 'team', 18),
			...columns.map(([label, width]) => column(words, label, width))
		],
		rows: results.teams.flatMap((team) => rowsOf(team).map((row) => [team.name, ...row]))
	});
	return [
		sheet(
			words.heads.tools,
			[
				['need', 36],
				['rank', 7],
				['tool', 36],
				['country', 14],
				['asks', 24],
				['executes', 24],
				['reason', 60],
				['urgency', 18],
				['use', 18],
				['safeguards', 36]
			],
			(team) => team.choices.map((one) => choice(one, names, words))
		),
		sheet(
			words.heads.contacts,
			[
				['need', 36],
				['role', 24],
				['institution', 30],
				['note', 50]
			],
			({ contacts }) =>
				contacts.map(({ need, role, institution, note }) => [
					names.item(need),
					role,
					institution,
					note
				])
		),
		sheet(
			words.heads.answers,
			[
				['question', 40],
				['answer', 50],
				['reason', 60]
			],
			({ answers }) =>
				answers.map(({ question, value, reason }) => [
					names.item(question),
					[value]
						.flat()
						.map((one) => names.option(question, one))
						.join('; '),
					reason
				])
		),
		sheet(
			words.heads.recommendations,
			[
				['horizon', 16],
				['rank', 7],
				['recommendation', 70],
				['owner', 28],
				['countries', 20],
				['answers', 36]
			],
			({ recommendations }) =>
				recommendations.map(({ horizon, rank, text, owner, countries, answers }) => [
					words.horizon[horizon],
					rank,
					text,
					owner,
					countries.map(names.country).join('; '),
					answers && names.item(answers)
				])
		),
		sheet(
			words.parts.people,
			[
				['name', 30],
				['delegation', 22],
				['role', 24]
			],
			({ members }) => members.map(({ name, delegation, role }) => [name, delegation, role])
		),
		sheet(
			words.debrief.title,
			[
				['need', 36],
				['state', 16],
				['tool', 50],
				['reason', 60]
			],
			({ name }) =>
				results.debrief
					.filter(({ team }) => team === name)
					.map(({ need, verdict, after, reason }) => [
						names.item(need),
						words.debrief[verdict],
						after.map(names.tool).join('; '),
						reason
					])
		)
	];
}

function choice(one: TeamResults['choices'][number], names: Names, words: Words): Value[] {
	return [
		names.item(one.need),
		one.rank,
		names.tool(one.tool),
		one.country === '-' ? '' : names.country(one.country),
		one.asks,
		one.executes,
		one.reason,
		one.urgency ? words.urgency[one.urgency] : '',
		one.use ? words.use[one.use] : '',
		one.safeguards
	];
}
