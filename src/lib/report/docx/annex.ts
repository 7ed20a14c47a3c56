import { HeadingLevel, type FileChild } from 'docx';
import { plenaryItems, type JointResult } from '../plenary-results';
import type { Results } from '../results';
import { fill } from '../words';
import { inLanguage } from './styles';
import { LABEL, said, STRONG, written, type Setting } from './text';
import { titleOf } from './title';

/** Where each line comes from: every team's own words, with the delegations that sat in it. */
export function annex(results: Results, setting: Setting): FileChild[] {
	const { heads, parts } = setting.words;
	const items = plenaryItems(results);
	if (items.length === 0) return [];
	const byId = new Map(items.map((one) => [one.id, one]));
	const lines = results.roadmap.map(({ joint }) => byId.get(joint));
	const others = items.filter((one) => !lines.includes(one));
	const mixes = teamMixes(results);
	const head = (text: string) => said(text, setting, { heading: HeadingLevel.HEADING_2 });
	return [
		said(heads.annex, setting, { heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
		...(lines.length ? [head(parts.roadmap)] : []),
		...lines.flatMap((one, at) => (one ? origin(one, `${at + 1}. `, mixes, setting) : [])),
		...(others.length && lines.length ? [head(heads.otherSources)] : []),
		...others.flatMap((one) => origin(one, '', mixes, setting))
	];
}

function origin(
	one: JointResult,
	number: string,
	mixes: ReadonlyMap<string, string>,
	setting: Setting
): FileChild[] {
	const { sentences, horizon: horizons } = setting.words;
	return [
		said(`${number}${titleOf(one)}`, setting, {
			heading: HeadingLevel.HEADING_3
		}),
		said(
			one.merged ? fill(sentences.merged, { count: one.sources.length }) : sentences.alone,
			setting,
			{ style: 'Second', keepNext: true }
		),
		...one.sources.flatMap(({ team, text, owner, horizon, language }) => [
			said(
				[
					{ text: team, look: STRONG },
					{
						text: `  ${[mixes.get(team), horizons[horizon], owner].filter(Boolean).join('; ')}`,
						look: LABEL
					}
				],
				setting,
				{ style: 'Fact', keepNext: true }
			),
			...written(text, setting, { style: 'Source' }, inLanguage(language))
		])
	];
}

/** By the team's name: its delegations and how many of each sit in it. */
function teamMixes({ teams }: Results): Map<string, string> {
	return new Map(
		teams.map(({ name, members }) => {
			const from = Map.groupBy(members, ({ delegation }) => delegation);
			return [name, [...from].map(([one, list]) => `${one} ${list.length}`).join(', ')];
		})
	);
}
