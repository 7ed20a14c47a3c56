import type { FileChild, Paragraph } from 'docx';
import type { Votes, VotesResult } from '../outcome-results';
import type { JointResult } from '../plenary-results';
import { formatShare } from '../../format';
import { shareOf } from '../shares';
import { wasVoted } from '../support';
import { barCells, cell, numberCell, table, textCell, type Filled } from './table';
import { fact, said, STRONG, type Setting } from './text';
import { titleOf } from './title';

/**
 * How everything fared that was voted on: a row for each, the share of support by delegation, the
 * least of them bold, and a bar for all. A table for each would be the longest part of the document.
 */
export function votesTable(items: JointResult[], setting: Setting): FileChild[] {
	const voted = items.filter(({ votes }) => wasVoted(votes));
	if (voted.length === 0) return [];
	const { labels, state } = setting.words;
	const groups = [...new Set(voted.flatMap(({ votes }) => Object.keys(votes.byDelegation)))];
	const most = Math.max(...voted.map(({ votes }) => votes.dots));
	const columns = [
		{ head: labels.number, share: 5 },
		{ head: labels.recommendation, share: 32 },
		{ head: labels.state, share: 13 },
		...groups.map((head) => ({ head, share: 10, end: true })),
		{ head: labels.both, share: 8, end: true },
		{ head: '', share: 24 }
	];
	const rows = voted.map((one) => [
		textCell(String(items.indexOf(one) + 1), setting),
		textCell(titleOf(one), setting),
		textCell(state[one.state], setting),
		...groups.map((group) => groupCell(one.votes, group, setting)),
		numberCell(
			one.votes.dots ? String(one.votes.dots) : formatShare(shareOf(one.votes.total)),
			setting
		),
		...barCells(filled(one.votes, most), setting)
	]);
	return [
		said(setting.words.sentences.supportNote, setting, { style: 'Second' }),
		table(columns, rows, setting, { bar: true })
	];
}

function groupCell({ byDelegation, least, dots }: VotesResult, group: string, setting: Setting) {
	const own = byDelegation[group];
	const text = own && (dots ? String(own.support) : formatShare(shareOf(own)));
	const look = group === least ? STRONG : undefined;
	return cell([said([{ text: text ?? '', look }], setting, { style: 'Number' })], setting);
}

/** Support, can accept, object; or dots, as a part of the most that any has. */
function filled({ total, dots }: VotesResult, most: number): Filled[] {
	if (dots > 0) return [{ share: dots / most, look: 'full' }];
	const cast = total.support + total.accept + total.object;
	return [
		{ share: total.support / cast, look: 'full' },
		{ share: total.accept / cast, look: 'light' },
		{ share: total.object / cast, look: 'striped' }
	];
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
