import { HORIZONS } from '../sheet/layout';
import type { Names } from './names';
import { plain } from './plain';
import type { Results, TeamResults } from './results';
import type { Words } from './words';

/** What a team wrote; what is left out of the results has no heading. */
export function teamMarkdown(
	team: TeamResults,
	{ leftOut = [] }: Results,
	names: Names,
	words: Words
): string[] {
	return [
		`## ${words.labels.team}: ${plain(team.name)}`,
		...(leftOut.includes('people') ? [] : [membersLine(team, words)]),
		...(leftOut.includes('teams') ? [] : sheetLines(team, names, words))
	];
}

function membersLine({ members }: TeamResults, { parts, sentences }: Words): string {
	const people = members.map(({ name, delegation, role }) =>
		plain([name, delegation, role].filter(Boolean).join(', '))
	);
	return `**${parts.people}**: ${people.join('; ') || sentences.nothing}`;
}

function sheetLines(team: TeamResults, names: Names, words: Words): string[] {
	const { heads } = words;
	const needs = [...new Set(team.choices.map((choice) => choice.need))];
	const chosen = (need: string) =>
		team.choices.filter((one) => one.need === need).map((one) => choice(one, names, words));
	const contacts = team.contacts.map(
		({ need, role, institution, note }) =>
			`- ${plain([names.item(need), role, institution, note].filter(Boolean).join(', '))}`
	);
	return [
		`### ${heads.tools}`,
		...(needs.length ? [] : [words.sentences.nothing]),
		...needs.flatMap((need) => [`#### ${plain(names.item(need))}`, chosen(need).join('\n')]),
		...(contacts.length ? [`### ${heads.contacts}`, contacts.join('\n')] : []),
		...(team.answers.length ? [`### ${heads.answers}`] : []),
		...team.answers.map((one) => answer(one, names)),
		...(team.recommendations.length ? [`### ${heads.recommendations}`] : []),
		...recommendations(team, names, words)
	];
}

function answer({ question, value, reason }: TeamResults['answers'][number], names: Names): string {
	const shown = [value].flat().flatMap((one) => (one ? [plain(names.option(question, one))] : []));
	const why = reason ? `\n\n${plain(reason)}` : '';
	return `**${plain(names.item(question))}** ${shown.join('; ')}${why}`;
}

function recommendations(team: TeamResults, names: Names, { horizon, labels }: Words): string[] {
	return HORIZONS.flatMap((near) => {
		const here = team.recommendations.filter((one) => one.horizon === near);
		if (!here.length) return [];
		const lines = here.map(({ rank, text, owner, countries, answers }) => {
			const facts = [
				owner && `${labels.owner}: ${owner}`,
				countries.map(names.country).join(', '),
				answers && `${labels.answers}: ${names.item(answers)}`
			];
			return `${rank}. ${[text, ...facts.filter(Boolean)].map(plain).join(' — ')}`;
		});
		return [`#### ${horizon[near]}`, lines.join('\n')];
	});
}

function choice(one: TeamResults['choices'][number], names: Names, words: Words): string {
	const { labels } = words;
	const tags = [
		one.country === '-' ? '' : names.country(one.country),
		one.use ? words.use[one.use] : '',
		one.urgency ? words.urgency[one.urgency] : ''
	].filter(Boolean);
	const facts = [
		one.asks && `${labels.asks}: ${one.asks}`,
		one.executes && `${labels.executes}: ${one.executes}`,
		one.reason,
		one.safeguards && `${labels.safeguards}: ${one.safeguards}`
	].filter(Boolean);
	const name = `**${plain(names.tool(one.tool))}**${tags.length ? ` (${plain(tags.join(', '))})` : ''}`;
	return `${one.rank}. ${[name, ...facts.map(plain)].join(' — ')}`;
}
