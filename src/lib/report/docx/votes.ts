import type { FileChild, Paragraph, TableCell } from 'docx';
import { barDrawing } from '../charts/drawing';
import { SUPPORT_FRAME, supportBars, supportOfAll, type SupportBar } from '../charts/support';
import type { BallotResult, Votes, VotesResult } from '../outcome-results';
import type { JointResult } from '../plenary-results';
import { formatShare } from '../../format';
import { shareIn, wasVoted } from '../support';
import { fill } from '../words';
import { picture, TWIPS } from './picture';
import { cell, numbersWide, SPACE, table, textCell, WIDE } from './table';
import { fact, LABEL, pictured, said, STRONG, type Setting } from './text';
import { titleOf } from './title';

/**
 * How everything fared that was voted on: a row for each, with a bar for each delegation and for
 * all, the least of them bold. A table for each would be the longest part of the document.
 */
export function votesTable(
	items: JointResult[],
	vote: BallotResult | null,
	setting: Setting
): FileChild[] {
	const voted = items.filter(({ votes }) => wasVoted(votes));
	if (voted.length === 0 || !vote) return [];
	const { labels, state, sentences } = setting.words;
	const groups = [...new Set(voted.flatMap(({ votes }) => Object.keys(votes.byDelegation)))];
	const heads = [...groups, labels.both];
	const twips = Math.min(numbersWide(heads), (WIDE * MOST) / heads.length);
	const columns = [
		{ head: labels.number, twips: numbersWide([labels.number]) },
		{ head: labels.recommendation, share: 1 },
		...heads.map((head) => ({ head, twips, end: true }))
	];
	const scale = (twips - SPACE) / (SUPPORT_FRAME.width * TWIPS);
	const rows = voted.map((one) => {
		const bars = new Map(supportBars(one.votes, vote).map((bar) => [bar.group, bar]));
		return [
			textCell(String(items.indexOf(one) + 1), setting),
			cell(
				[
					said(titleOf(one), setting, { style: 'Cell' }),
					said([{ text: state[one.state], look: LABEL }], setting, { style: 'Cell' })
				],
				setting
			),
			...groups.map((group) => barCell(one, bars.get(group), scale, setting)),
			barCell(one, supportOfAll(one.votes, vote, labels.both), scale, setting)
		];
	});
	return [
		said(sentences.supportColumns, setting, { style: 'Second', keepNext: true }),
		table(columns, rows, setting)
	];
}

/** What part of the line the bars may take. */
const MOST = 0.68;

/** The share, or the dots' givers, and below it the bar. */
function barCell(
	one: JointResult,
	support: SupportBar | undefined,
	scale: number,
	setting: Setting
): TableCell {
	if (!support) return cell([], setting);
	const { sentences } = setting.words;
	const { group, support: part, of, bar } = support;
	const look = group === one.votes.least ? STRONG : undefined;
	const text = one.votes.dots ? String(part) : formatShare(shareIn(support));
	const number = said([{ text, look }], setting, { style: 'Number', keepNext: true });
	if (!bar) return cell([number], setting);
	const words = `${group}: ${fill(sentences.part, { part, all: of })}`;
	const drawn = picture(
		barDrawing(SUPPORT_FRAME, bar),
		{ title: titleOf(one), words },
		setting,
		scale
	);
	return cell([number, pictured(drawn, setting, { style: 'Number' })], setting);
}

/** How many said what, of all and by delegation, and by name where the vote was. */
export function votesFacts(votes: VotesResult, setting: Setting): Paragraph[] {
	if (!wasVoted(votes)) return [];
	const { labels, heads, stance } = setting.words;
	const counts = (own: Votes) =>
		(['support', 'accept', 'object'] as const)
			.map((one) => `${stance[one]} ${own[one]}`)
			.join(', ');
	const groups = Object.entries(votes.byDelegation).map(
		([name, own]) => `${name}${name === votes.least ? ` (${labels.least})` : ''}: ${counts(own)}`
	);
	const named = Map.groupBy(votes.byName, (one) => one.stance);
	return [
		...fact(labels.both, counts(votes.total), setting),
		...(groups.length ? [said(groups.join('; '), setting, { style: 'Fact' })] : []),
		...fact(labels.dots, votes.dots ? String(votes.dots) : '', setting),
		...(named.size ? [said(heads.votesByName, setting, { style: 'Head' })] : []),
		...[...named].flatMap(([what, list]) => {
			const names = list.map(({ name, delegation }) => `${name} (${delegation})`);
			return fact(stance[what], names.join(', '), setting);
		})
	];
}
