import { HeadingLevel, type FileChild } from 'docx';
import { voteOf } from '../head';
import type { Votes, VotesResult } from '../outcome-results';
import { plenaryItems, type JointResult } from '../plenary-results';
import type { Results } from '../results';
import { objectionsOf, percent, shareOf } from '../shares';
import { fill } from '../words';
import { barCells, numberCell, table, textCell } from './table';
import { fact, said, written, type Setting } from './text';

/** What the plenary merged, voted on and decided. */
export function joint(results: Results, setting: Setting): FileChild[] {
	const items = plenaryItems(results);
	const vote = voteOf(results, setting.words);
	if (items.length === 0 && !vote) return [];
	return [
		said(setting.words.parts.joint, setting, { heading: HeadingLevel.HEADING_1 }),
		...(vote ? [said(vote, setting, { style: 'Second' })] : []),
		...items.flatMap((one, at) => item(one, at + 1, setting))
	];
}

function item(one: JointResult, number: number, setting: Setting): FileChild[] {
	const { words } = setting;
	const { labels, sentences } = words;
	const facts = [
		words.horizon[one.horizon],
		words.state[one.state],
		...(one.owner ? [`${labels.owner}: ${one.owner}`] : []),
		...(one.merged ? [fill(sentences.merged, { count: one.sources.length })] : [])
	];
	return [
		said(`${number}. ${one.name || firstWords(one.text)}`, setting, {
			heading: HeadingLevel.HEADING_3
		}),
		...written(one.text, setting, { style: 'Written', keepNext: true }),
		said(facts.join(' · '), setting, { style: 'Second' }),
		...votesTable(one.votes, setting),
		...(one.votes.objections.length ? [said(labels.objections, setting, { style: 'Head' })] : []),
		...objectionsOf(one.votes, words).map(({ reason, by }) =>
			said([{ text: reason }, { text: by }], setting, {
				style: 'Objection',
				bullet: { level: 0 }
			})
		),
		...byName(one.votes, setting)
	];
}

/** What stands for a recommendation that nobody gave a name. */
export function firstWords(text: string): string {
	const words = text.trim().split(/\s+/);
	return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}

/** How all voted, then each delegation, with a bar for what the numbers say. */
function votesTable(votes: VotesResult, setting: Setting): FileChild[] {
	if (shareOf(votes.total) === null) return [];
	const { labels, stance, sentences } = setting.words;
	const row = (name: string, own: Votes) => {
		const cast = own.support + own.accept + own.object;
		return [
			textCell(name, setting),
			...[own.support, own.accept, own.object].map((count) => numberCell(String(count), setting)),
			numberCell(percent(shareOf(own)), setting),
			...barCells(
				[
					{ share: cast ? own.support / cast : 0, look: 'full' },
					{ share: cast ? own.accept / cast : 0, look: 'light' },
					{ share: cast ? own.object / cast : 0, look: 'striped' }
				],
				setting
			)
		];
	};
	const columns = [
		{ head: labels.delegation, share: 28 },
		...(['support', 'accept', 'object'] as const).map((one) => ({
			head: stance[one],
			share: 12,
			end: true
		})),
		{ head: labels.supported, share: 11, end: true },
		{ head: '', share: 25 }
	];
	const groups = Object.entries(votes.byDelegation).map(([name, own]) =>
		row(name === votes.least ? `${name} (${labels.least})` : name, own)
	);
	const dots = votes.dots > 0 ? fill(sentences.dotsGiven, { dots: votes.dots }) : '';
	return [
		table(columns, [row(labels.both, votes.total), ...groups], setting, { bar: true }),
		said(dots, setting, { style: 'Second' })
	];
}

/** Who said what, where the vote was by name. */
function byName({ byName: votes }: VotesResult, setting: Setting): FileChild[] {
	if (votes.length === 0) return [];
	const { heads, stance } = setting.words;
	return [
		said(heads.votesByName, setting, { style: 'Head' }),
		...[...Map.groupBy(votes, (one) => one.stance)].flatMap(([said, list]) => {
			const names = list.map(({ name, delegation }) => `${name} (${delegation})`);
			return fact(stance[said], names.join(', '), setting);
		})
	];
}
