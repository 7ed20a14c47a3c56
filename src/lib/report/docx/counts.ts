import { HeadingLevel, type FileChild, type TableCell } from 'docx';
import { formatShare } from '../../format';
import { HORIZONS } from '../../sheet/layout';
import { agreementBars, AGREEMENT_FRAME, type AgreementBar } from '../charts/agreement';
import { barDrawing, squaresDrawing } from '../charts/drawing';
import type { Squares } from '../charts/marks';
import { ownedRows, type OwnedRow } from '../charts/owners';
import { presence } from '../charts/participation';
import type { Results } from '../results';
import { fill, type Words } from '../words';
import { picture, pictureColumns, type Alternative } from './picture';
import { cell, numberCell, numberColumn, table, textCell } from './table';
import { pictured, said, type Setting } from './text';

/** Who has how many recommendations in which horizon, a square for each. */
export function owned(results: Results, setting: Setting): FileChild[] {
	const owners = ownedRows(results);
	if (owners.length === 0) return [];
	const { words } = setting;
	const { heads, labels, sentences } = words;
	const drawn = owners.flatMap(({ cells }) => cells.map((one) => one.drawn));
	const horizons = HORIZONS.map((horizon) => words.horizon[horizon]);
	const { twips, scale } = pictureColumns(horizons, widest(drawn), 0.7);
	const columns = [{ head: labels.owner, share: 1 }, ...horizons.map((head) => ({ head, twips }))];
	const rows = owners.map((row) => {
		const name = ownerName(row, words);
		return [
			textCell(name, setting),
			...row.cells.map(({ adopted, others, drawn }) => {
				const count = adopted + others;
				const spoken = fill(sentences.owned, { name, count, adopted });
				return squares(drawn, count, { title: heads.owned, words: spoken }, scale, setting);
			})
		];
	});
	return [
		said(heads.owned, setting, { heading: HeadingLevel.HEADING_1 }),
		said(sentences.ownedNote, setting, { style: 'Second', keepNext: true }),
		table(columns, rows, setting, { together: true })
	];
}

function ownerName({ owner, owners }: OwnedRow, { sentences }: Words): string {
	if (owner === null) return fill(sentences.otherOwners, { count: owners });
	return owner || sentences.noOwner;
}

/** How far the teams chose the same tools, need by need, with a bar for all and numbers by delegation. */
export function agreement({ agreement: needs }: Results, setting: Setting): FileChild[] {
	const [first] = needs;
	if (!first) return [];
	const { labels, parts, sentences } = setting.words;
	const delegations = Object.keys(first.byDelegation);
	const { twips, scale } = pictureColumns([labels.both], AGREEMENT_FRAME.width, 0.3);
	const columns = [
		{ head: labels.need, share: 1 },
		...delegations.map((name) => numberColumn(name, delegations.length)),
		{ head: labels.both, twips }
	];
	const bars = agreementBars(needs, setting.names.item);
	const rows = needs.map(({ byDelegation }, at) => [
		textCell(bars[at]?.title ?? '', setting),
		...delegations.map((name) => numberCell(formatShare(byDelegation[name] ?? null), setting)),
		shareCell(bars[at], scale, setting)
	]);
	return [
		said(parts.agreement, setting, { heading: HeadingLevel.HEADING_1 }),
		said(sentences.agreementNote, setting, { style: 'Second', keepNext: true }),
		table(columns, rows, setting, { together: true })
	];
}

function shareCell(row: AgreementBar | undefined, scale: number, setting: Setting): TableCell {
	const share = formatShare(row?.value ?? null);
	if (!row?.bar) return textCell(share, setting);
	const title = setting.words.parts.agreement;
	const words = `${row.title}: ${share}`;
	const drawn = picture(barDrawing(AGREEMENT_FRAME, row.bar), { title, words }, setting, scale);
	return cell([pictured(drawn, setting, { style: 'Cell' }, share)], setting);
}

/** Who takes part, by delegation and gender, a square for each. */
export function participation({ participation: groups }: Results, setting: Setting): FileChild[] {
	const { genders, rows: delegations } = presence(groups);
	if (delegations.length === 0) return [];
	const { words } = setting;
	const { labels, parts, sentences } = words;
	const drawn = delegations.flatMap(({ cells }) => cells.map((one) => one.drawn));
	const heads = genders.length
		? genders.map((gender) => genderName(gender, words))
		: [labels.people];
	const { twips, scale } = pictureColumns(heads, widest(drawn), 0.6);
	const columns = [
		{ head: labels.delegation, share: 1 },
		...heads.map((head) => ({ head, twips })),
		...(genders.length ? [numberColumn(labels.people)] : []),
		numberColumn(labels.joined)
	];
	const rows = delegations.map(({ delegation, cells }) => {
		const sum = (of: 'people' | 'joined') => cells.reduce((all, one) => all + one[of], 0);
		return [
			textCell(delegation, setting),
			...cells.map(({ people, joined, drawn }) => {
				const spoken = fill(sentences.joined, { name: delegation, people, joined });
				return squares(
					drawn,
					people,
					{ title: parts.participation, words: spoken },
					scale,
					setting
				);
			}),
			...(genders.length ? [numberCell(String(sum('people')), setting)] : []),
			numberCell(String(sum('joined')), setting)
		];
	});
	return [
		said(parts.participation, setting, { heading: HeadingLevel.HEADING_1 }),
		said(sentences.joinedNote, setting, { style: 'Second', keepNext: true }),
		table(columns, rows, setting, { together: true })
	];
}

function genderName(gender: string, { gender: known, sentences }: Words): string {
	if (gender === 'f' || gender === 'm') return known[gender];
	return gender || sentences.notSaid;
}

const widest = (all: readonly Squares[]) => Math.max(...all.map(({ width }) => width));

function squares(
	drawn: Squares,
	count: number,
	alternative: Alternative,
	scale: number,
	setting: Setting
): TableCell {
	if (count === 0) return cell([], setting);
	const image = picture(squaresDrawing(drawn), alternative, setting, scale);
	return cell([pictured(image, setting, { style: 'Cell' }, String(count))], setting);
}
