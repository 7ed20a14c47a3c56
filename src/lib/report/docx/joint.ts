import { HeadingLevel, type FileChild } from 'docx';
import { voteOf } from '../head';
import { plenaryItems, type JointResult } from '../plenary-results';
import type { Results } from '../results';
import { objectionsOf } from '../shares';
import { fill } from '../words';
import { said, written, type Setting } from './text';
import { titleOf } from './title';
import { votesFacts, votesTable } from './votes';

/** What the plenary merged, voted on and decided. */
export function joint(results: Results, setting: Setting): FileChild[] {
	const items = plenaryItems(results);
	const vote = voteOf(results, setting.words);
	if (items.length === 0 && !vote) return [];
	return [
		said(setting.words.parts.joint, setting, { heading: HeadingLevel.HEADING_1 }),
		...(vote ? [said(vote, setting, { style: 'Second' })] : []),
		...votesTable(items, results.vote, setting),
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
	const objections = objectionsOf(one.votes, words);
	return [
		said(`${number}. ${titleOf(one)}`, setting, { heading: HeadingLevel.HEADING_3 }),
		...written(one.text, setting, { style: 'Written', keepNext: true }),
		said(facts.join(' · '), setting, { style: 'Second' }),
		...votesFacts(one.votes, setting),
		...(objections.length ? [said(labels.objections, setting, { style: 'Head' })] : []),
		...objections.map(({ reason, by }) =>
			said([{ text: reason }, { text: by }], setting, {
				style: 'Objection',
				bullet: { level: 0 }
			})
		)
	];
}
