import { formatDate, formatShare } from '../format';
import { HORIZONS } from '../sheet/layout';
import { adoptedBy, voteOf } from './head';
import type { Names } from './names';
import type { RoadmapResult, Votes } from './outcome-results';
import { markdownTable, plain } from './plain';
import { plenaryItems, type JointResult } from './plenary-results';
import type { Results } from './results';
import { objectionLines, shareOf, supportOf } from './shares';
import { wasVoted } from './support';
import type { Label, Words } from './words';

/** The roadmap, horizon by horizon. */
export function roadmapMarkdown(results: Results, names: Names, words: Words): string[] {
	const { roadmap, joint, leftOut } = results;
	if (leftOut?.includes('roadmap')) return [];
	const head = `## ${words.parts.roadmap}`;
	if (roadmap.length === 0) return [head, words.sentences.nothingAdopted];
	const items = new Map(joint.map((one) => [one.id, one]));
	return [
		head,
		plain(adoptedBy(results, words)),
		...HORIZONS.flatMap((horizon) => {
			const lines = roadmap.filter((line) => line.horizon === horizon);
			if (lines.length === 0) return [];
			return [
				`### ${words.horizon[horizon]} (${words.span[horizon]})`,
				...lines.map((line) => {
					const number = `${roadmap.indexOf(line) + 1}. `;
					return roadmapLine(number, line, items.get(line.joint), names, words);
				})
			];
		})
	];
}

function roadmapLine(
	number: string,
	line: RoadmapResult,
	joint: JointResult | undefined,
	names: Names,
	words: Words
): string {
	const fact = (label: Label, text: string) =>
		text ? [`${words.labels[label]}: ${plain(text)}`] : [];
	const facts = [
		...fact('owner', line.owner),
		...fact('owners', line.owners.join('; ')),
		...fact('countries', line.countries.map(names.country).join(', ')),
		...fact('deadline', formatDate(line.deadline, words.language)),
		...fact('indicator', line.indicator),
		...fact('resources', line.resources),
		...fact('status', words.status[line.status]),
		...fact('notes', line.notes),
		...fact('answers', line.answers && names.item(line.answers)),
		...fact('support', joint ? supportOf(joint.votes, words).join('; ') : ''),
		...fact('objections', joint ? objectionLines(joint.votes, words).join('; ') : '')
	];
	const indent = ' '.repeat(number.length);
	return [`${number}${plain(line.text)}`, ...facts.map((one) => `${indent}- ${one}`)].join('\n');
}

/** What was merged and voted on, how far the teams agree, and who takes part. */
export function plenaryMarkdown(results: Results, names: Names, words: Words): string[] {
	const items = plenaryItems(results);
	const vote = voteOf(results, words);
	return [
		...(items.length || vote ? [`## ${words.parts.joint}`, plain(vote)] : []),
		...items.flatMap((one) => jointLines(one, words)),
		...agreementLines(results, names, words),
		...participationLines(results, words)
	];
}

function jointLines(one: JointResult, words: Words): string[] {
	const { labels } = words;
	const facts = [
		words.horizon[one.horizon],
		one.owner && `${labels.owner}: ${one.owner}`,
		words.state[one.state]
	];
	const objections = objectionLines(one.votes, words).map((text) => `- ${plain(text)}`);
	const byName = one.votes.byName.map(({ name, delegation, stance }) => {
		const who = [name, delegation].filter(Boolean).join(', ');
		return `- ${plain(who)}: ${words.stance[stance]}`;
	});
	const sources = one.sources.map(({ team, text }) => `- ${plain(team)}: ${plain(text)}`);
	const listed = (head: string, list: string[]) =>
		list.length ? [`${head}\n\n${list.join('\n')}`] : [];
	return [
		...(one.name ? [`### ${plain(one.name)}`] : []),
		[one.text, ...facts.filter(Boolean)].map(plain).join(' — '),
		...votesTable(one, words),
		...listed(labels.objections, objections),
		...listed(words.heads.votesByName, byName),
		...listed(one.merged ? words.heads.sources : words.sentences.alone, sources)
	];
}

function votesTable({ votes }: JointResult, words: Words): string[] {
	if (!wasVoted(votes)) return [];
	const { labels, stance } = words;
	const row = (name: string, own: Votes) => [
		plain(name),
		...[own.support, own.accept, own.object].map(String),
		formatShare(shareOf(own))
	];
	const groups = Object.entries(votes.byDelegation).map(([name, own]) =>
		row(name === votes.least ? `${name} (${labels.least})` : name, own)
	);
	const head = [labels.delegation, stance.support, stance.accept, stance.object, labels.supported];
	return [
		markdownTable([head, row(labels.both, votes.total), ...groups]),
		votes.dots > 0 ? `${labels.dots}: ${votes.dots}` : ''
	];
}

function agreementLines({ agreement }: Results, names: Names, words: Words): string[] {
	const [first] = agreement;
	if (!first) return [];
	const delegations = Object.keys(first.byDelegation);
	const head = [words.labels.need, words.labels.both, ...delegations.map(plain)];
	const rows = agreement.map(({ need, all, byDelegation }) => [
		plain(names.item(need)),
		formatShare(all),
		...delegations.map((name) => formatShare(byDelegation[name] ?? null))
	]);
	const note = words.sentences.agreementNote;
	return [`## ${words.parts.agreement}`, note, markdownTable([head, ...rows])];
}

function participationLines({ participation }: Results, { labels, parts, ...words }: Words) {
	if (participation.length === 0) return [];
	const head = [labels.delegation, labels.gender, labels.people, labels.joined];
	const rows = participation.map(({ delegation, gender, people, joined }) => [
		plain(delegation),
		plain(gender || words.sentences.notSaid),
		String(people),
		String(joined)
	]);
	return [`## ${parts.participation}`, markdownTable([head, ...rows])];
}
