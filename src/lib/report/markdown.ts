import { HORIZONS } from '../sheet/layout';
import type { WorkshopState } from '../workshop/state';
import { mergedOf, type JointResult } from './plenary-results';
import type { Results, TeamResults } from './results';

/** Names for ids, and words in the reader's language: the results themselves hold ids. */
export interface Names {
	/** Title of a need or question. */
	item(id: string): string;
	tool(id: string): string;
	/** Text of an option. */
	option(question: string, id: string): string;
	/** Name of a country by ISO code. */
	country(code: string): string;
}

/** What the document calls things. */
export interface Words {
	team: string;
	members: string;
	choices: string;
	contacts: string;
	answers: string;
	recommendations: string;
	joint: string;
	debrief: { title: string; keep: string; revise: string; after: string };
	nothing: string;
	asks: string;
	executes: string;
	safeguards: string;
	urgency: Record<'hours' | 'days' | 'routine', string>;
	use: Record<'lead' | 'both' | 'evidence', string>;
	horizon: Record<'immediate' | 'short' | 'medium' | 'long', string>;
	owner: string;
	answersNeed: string;
	takenAt: string;
}

/** Names as the workshop's edition has them. */
export function namesOf(state: WorkshopState): Names {
	const items = state.scenario.exercises.flatMap((exercise) => exercise.items);
	const titles = new Map(items.map((item) => [item.id, item.title]));
	const tools = new Map(state.tools.map((tool) => [tool.id, tool.name]));
	const countries = new Map(state.scenario.countries.map(({ code, name }) => [code, name]));
	const options = new Map(
		items.flatMap((item) =>
			item.kind === 'question'
				? item.options.map(({ id, text }) => [`${item.id}/${id}`, text] as const)
				: []
		)
	);
	return {
		item: (id) => titles.get(id) ?? id,
		tool: (id) => tools.get(id) ?? id,
		option: (question, id) => options.get(`${question}/${id}`) ?? id,
		country: (code) => countries.get(code) ?? code
	};
}

/**
 * The results as Markdown that reads well anywhere. What people wrote is escaped: it cannot
 * become a heading, a table or HTML.
 */
export function resultsMarkdown(results: Results, names: Names, words: Words): string {
	const { workshop, scenario, teams } = results;
	const head = [
		`# ${plain(workshop.title)}`,
		[scenario.title, workshop.place, `${workshop.from} – ${workshop.to}`]
			.filter(Boolean)
			.map(plain)
			.join(' · '),
		`${words.takenAt} ${workshop.takenAt}`
	];
	const joint = mergedOf(results);
	const lines = [
		...head,
		...(joint.length ? [`## ${words.joint}`, ...joint.map((one) => jointLines(one, words))] : []),
		...teams.flatMap((team) => teamLines(team, names, words)),
		...debriefLines(results, names, words)
	];
	return `${lines.join('\n\n')}\n`;
}

function jointLines({ name, text, horizon, owner, sources }: JointResult, words: Words): string {
	const facts = [words.horizon[horizon], owner && `${words.owner}: ${owner}`].filter(Boolean);
	return [
		...(name ? [`### ${plain(name)}`, ''] : []),
		[text, ...facts].map(plain).join(' — '),
		'',
		...sources.map((source) => `- ${plain(source.team)}: ${plain(source.text)}`)
	].join('\n');
}

function debriefLines({ debrief }: Results, names: Names, { debrief: words }: Words): string[] {
	if (!debrief.length) return [];
	const needs = [...Map.groupBy(debrief, ({ need }) => need)];
	return [
		`## ${words.title}`,
		...needs.flatMap(([need, said]) => [
			`### ${plain(names.item(need))}`,
			said
				.map(({ team, verdict, reason, after }) => {
					const tools = verdict === 'keep' ? '' : after.map(names.tool).join(', ');
					const facts = [words[verdict], tools && `${words.after}: ${tools}`, reason];
					return `- ${[`**${plain(team)}**`, ...facts.filter(Boolean).map(plain)].join(' — ')}`;
				})
				.join('\n')
		])
	];
}

function teamLines(team: TeamResults, names: Names, words: Words): string[] {
	const people = team.members.map(({ name, delegation, role }) =>
		plain([name, delegation, role].filter(Boolean).join(', '))
	);
	const needs = [...new Set(team.choices.map((choice) => choice.need))];
	const list = (lines: string[]) => (lines.length ? lines.join('\n') : words.nothing);
	return [
		`## ${words.team}: ${plain(team.name)}`,
		`**${words.members}**: ${people.join('; ') || words.nothing}`,
		`### ${words.choices}`,
		...(needs.length ? [] : [words.nothing]),
		...needs.flatMap((need) => [
			`#### ${plain(names.item(need))}`,
			list(team.choices.filter((one) => one.need === need).map((one) => choice(one, names, words)))
		]),
		...(team.contacts.length ? [`### ${words.contacts}`] : []),
		...(team.contacts.length
			? [
					list(
						team.contacts.map(
							({ need, role, institution, note }) =>
								`- ${plain([names.item(need), role, institution, note].filter(Boolean).join(', '))}`
						)
					)
				]
			: []),
		...(team.answers.length ? [`### ${words.answers}`] : []),
		...team.answers.map(({ question, value, reason }) => {
			const said = Array.isArray(value) ? value : [value];
			const shown = said.filter(Boolean).map((one) => plain(names.option(question, one)));
			return `**${plain(names.item(question))}** ${shown.join('; ')}${reason ? `\n\n${plain(reason)}` : ''}`;
		}),
		...(team.recommendations.length ? [`### ${words.recommendations}`] : []),
		...HORIZONS.flatMap((horizon) => {
			const here = team.recommendations.filter((one) => one.horizon === horizon);
			if (!here.length) return [];
			return [
				`#### ${words.horizon[horizon]}`,
				here
					.map(({ rank, text, owner, countries, answers }) => {
						const facts = [
							owner && `${words.owner}: ${owner}`,
							countries.map(names.country).join(', '),
							answers && `${words.answersNeed}: ${names.item(answers)}`
						];
						const tail = facts.filter(Boolean).map((fact) => plain(fact as string));
						return `${rank}. ${[plain(text), ...tail].join(' — ')}`;
					})
					.join('\n')
			];
		})
	];
}

function choice(one: TeamResults['choices'][number], names: Names, words: Words): string {
	const tags = [
		one.country === '-' ? '' : names.country(one.country),
		one.use ? words.use[one.use] : '',
		one.urgency ? words.urgency[one.urgency] : ''
	].filter(Boolean);
	const facts = [
		one.asks && `${words.asks}: ${one.asks}`,
		one.executes && `${words.executes}: ${one.executes}`,
		one.reason,
		one.safeguards && `${words.safeguards}: ${one.safeguards}`
	].filter(Boolean);
	const name = `**${plain(names.tool(one.tool))}**${tags.length ? ` (${plain(tags.join(', '))})` : ''}`;
	return `${one.rank}. ${[name, ...facts.map((fact) => plain(fact))].join(' — ')}`;
}

/** One line of text in which no character means anything to Markdown or HTML. */
function plain(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
		.replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}
