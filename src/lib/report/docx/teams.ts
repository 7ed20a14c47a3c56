import { HeadingLevel, type FileChild, type TableCell } from 'docx';
import { readable, type ReadableTeam } from '../readable';
import type { Results } from '../results';
import { fill } from '../words';
import { cell, numberCell, table, textCell } from './table';
import { fact, said, STRONG, written, type Setting } from './text';

/**
 * Team by team: who is in it, and what it wrote.
 * @param order ids of the case's needs and questions
 */
export function teams(results: Results, order: readonly string[], setting: Setting): FileChild[] {
	const { parts } = setting.words;
	const nothing = results.leftOut?.includes('teams');
	if (results.teams.length === 0) return [];
	return [
		said(nothing ? parts.people : parts.teams, setting, { heading: HeadingLevel.HEADING_1 }),
		...readable(results, setting.names, order).flatMap((team) => [
			said(fill(setting.words.sentences.team, { name: team.name }), setting, {
				heading: HeadingLevel.HEADING_2
			}),
			...members(team, setting),
			...(nothing ? [] : sheet(team, setting))
		])
	];
}

function members({ members: people }: ReadableTeam, setting: Setting): FileChild[] {
	return people.map(({ name, delegation, role }) =>
		said([name, delegation, role].filter(Boolean).join(', '), setting, {
			style: 'Fact',
			bullet: { level: 0 }
		})
	);
}

function sheet(team: ReadableTeam, setting: Setting): FileChild[] {
	const { heads, sentences } = setting.words;
	const head = (text: string) => said(text, setting, { heading: HeadingLevel.HEADING_3 });
	const { needs, answers, horizons } = team;
	if (needs.length + answers.length + horizons.length === 0)
		return [said(sentences.nothing, setting, { style: 'Second' })];
	return [
		...(needs.length ? [head(heads.tools)] : []),
		...needs.flatMap((need) => tools(need, setting)),
		...(answers.length ? [head(heads.answers)] : []),
		...answers.flatMap(({ title, said: words, reason }) => [
			said([{ text: title, look: STRONG }], setting, { style: 'Fact', keepNext: true }),
			...words.flatMap((text) => written(text, setting, { style: 'Written' })),
			...(reason ? written(reason, setting, { style: 'Source' }) : [])
		]),
		...(horizons.length ? [head(heads.recommendations)] : []),
		...horizons.flatMap((horizon) => recommendations(horizon, setting))
	];
}

function tools(need: ReadableTeam['needs'][number], setting: Setting): FileChild[] {
	const { labels, heads } = setting.words;
	const columns = [
		{ head: labels.rank, share: 8, end: true },
		{ head: labels.tool, share: 42 },
		{ head: labels.reason, share: 50 }
	];
	return [
		said(need.title, setting, { heading: HeadingLevel.HEADING_4 }),
		...(need.choices.length
			? [
					table(
						columns,
						need.choices.map((one) => choice(one, setting)),
						setting
					)
				]
			: []),
		...need.contacts.flatMap(({ role, institution, note }) =>
			fact(heads.contacts, [role, institution, note].filter(Boolean).join(', '), setting)
		)
	];
}

function choice(
	one: ReadableTeam['needs'][number]['choices'][number],
	setting: Setting
): TableCell[] {
	const { labels, use, urgency } = setting.words;
	const tags = [one.place, one.use ? use[one.use] : '', one.urgency ? urgency[one.urgency] : ''];
	return [
		numberCell(String(one.rank), setting),
		cell(
			[
				...written(one.name, setting, { style: 'Owner' }),
				said(tags.filter(Boolean).join(', '), setting, { style: 'Fact' }),
				...fact(labels.asks, one.asks, setting),
				...fact(labels.executes, one.executes, setting)
			],
			setting
		),
		cell(
			[
				...(one.reason ? written(one.reason, setting, { style: 'Written' }) : []),
				...fact(labels.safeguards, one.safeguards, setting)
			],
			setting
		)
	];
}

function recommendations(
	{ horizon, list }: ReadableTeam['horizons'][number],
	setting: Setting
): FileChild[] {
	const { words } = setting;
	const columns = [
		{ head: words.labels.rank, share: 8, end: true },
		{ head: words.labels.recommendation, share: 62 },
		{ head: words.labels.owner, share: 30 }
	];
	const rows = list.map(({ text, owner, countries, answers }, at) => [
		numberCell(String(at + 1), setting),
		cell(
			[
				...written(text, setting, { style: 'Written' }),
				...fact(words.labels.countries, countries.join(', '), setting),
				...fact(words.labels.answers, answers, setting)
			],
			setting
		),
		textCell(owner, setting)
	]);
	return [
		said(words.horizon[horizon], setting, { heading: HeadingLevel.HEADING_4 }),
		table(columns, rows, setting)
	];
}
