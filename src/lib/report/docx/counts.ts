import { HeadingLevel, type FileChild } from 'docx';
import type { Results } from '../results';
import { formatShare } from '../../format';
import { barCells, numberCell, table, textCell } from './table';
import { said, type Setting } from './text';

/** How far the teams chose the same tools, need by need, with a bar for all and numbers by delegation. */
export function agreement({ agreement: needs }: Results, setting: Setting): FileChild[] {
	const [first] = needs;
	if (!first) return [];
	const { words, names } = setting;
	const delegations = Object.keys(first.byDelegation);
	const columns = [
		{ head: words.labels.need, share: 40 },
		...delegations.map((name) => ({ head: name, share: 11, end: true })),
		{ head: words.labels.both, share: 9, end: true },
		{ head: '', share: 22 }
	];
	const rows = needs.map(({ need, all, byDelegation }) => [
		textCell(names.item(need), setting),
		...delegations.map((name) => numberCell(formatShare(byDelegation[name] ?? null), setting)),
		numberCell(formatShare(all), setting),
		...barCells([{ share: all ?? 0, look: 'full' }], setting)
	]);
	return [
		said(words.parts.agreement, setting, { heading: HeadingLevel.HEADING_1 }),
		said(words.sentences.agreementNote, setting, { style: 'Second' }),
		table(columns, rows, setting, { bar: true })
	];
}

/** Who takes part, by delegation and gender, as the list has it. */
export function participation({ participation: groups }: Results, setting: Setting): FileChild[] {
	if (groups.length === 0) return [];
	const { labels, parts, sentences } = setting.words;
	const most = Math.max(...groups.map(({ people }) => people));
	const columns = [
		{ head: labels.delegation, share: 30 },
		{ head: labels.gender, share: 20 },
		{ head: labels.people, share: 12, end: true },
		{ head: labels.joined, share: 12, end: true },
		{ head: '', share: 26 }
	];
	const rows = groups.map(({ delegation, gender, people, joined }) => [
		textCell(delegation, setting),
		textCell(gender || sentences.notSaid, setting),
		numberCell(String(people), setting),
		numberCell(String(joined), setting),
		...barCells([{ share: people / most, look: 'full' }], setting)
	]);
	return [
		said(parts.participation, setting, { heading: HeadingLevel.HEADING_1 }),
		table(columns, rows, setting, { bar: true })
	];
}
