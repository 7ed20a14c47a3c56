import { HeadingLevel, type FileChild, type Paragraph, type TableCell } from 'docx';
import { formatDate } from '../../format';
import { HORIZONS } from '../../sheet/layout';
import { adoptedBy, placeAndDates, takenAt } from '../head';
import type { RoadmapResult } from '../outcome-results';
import type { JointResult } from '../plenary-results';
import type { Results } from '../results';
import { objectionsOf, supportOf, type Objected } from '../shares';
import { wasVoted } from '../support';
import { fill } from '../words';
import { signatures } from './signatures';
import { ASIDE } from './styles';
import { cell, table, textCell } from './table';
import { fact, LABEL, said, STRONG, written, type Setting } from './text';

/** The roadmap as it is signed: a table for each horizon, then a line for each host delegation. */
export function roadmap(results: Results, setting: Setting): FileChild[] {
	if (results.leftOut?.includes('roadmap')) return [];
	const { words } = setting;
	const head = [
		said(words.parts.roadmap, setting, { heading: HeadingLevel.HEADING_1 }),
		...particulars(results, setting)
	];
	if (results.roadmap.length === 0)
		return [...head, said(words.sentences.nothingAdopted, setting, { style: 'Second' })];
	const items = new Map(results.joint.map((one) => [one.id, one]));
	const voted = results.joint.some(({ votes }) => wasVoted(votes));
	const note = voted ? ` ${words.sentences.supportNote}` : '';
	return [
		...head,
		said(`${adoptedBy(results, words)}${note}`, setting, { style: 'Written' }),
		...HORIZONS.flatMap((horizon) => horizonTable(horizon, results, items, setting)),
		...signatures(results, setting)
	];
}

/** Of which workshop it is, and how far it holds: who signs reads it above what is signed. */
function particulars(results: Results, setting: Setting): FileChild[] {
	const { words, names } = setting;
	const { workshop, extract } = results;
	const of = [workshop.title, ...placeAndDates(workshop, words)].join(', ');
	const { sentences } = words;
	const what = extract && fill(sentences.extract, { country: names.country(extract) });
	return [
		said([{ text: of, look: STRONG }], setting, { style: 'Fact' }),
		said([takenAt(results, words), what].filter(Boolean).join(' '), setting, { style: 'Second' })
	];
}

function horizonTable(
	horizon: RoadmapResult['horizon'],
	{ roadmap: all }: Results,
	items: ReadonlyMap<string, JointResult>,
	setting: Setting
): FileChild[] {
	const lines = all.filter((line) => line.horizon === horizon);
	if (lines.length === 0) return [];
	const { horizon: names, span, labels } = setting.words;
	const columns = [
		{ head: labels.number, share: 6 },
		{ head: labels.recommendation, share: 46 },
		{ head: labels.owner, share: 19 },
		{ head: labels.deadline, share: 14 },
		{ head: labels.support, share: 15 }
	];
	const rows = lines.map((line) =>
		lineCells(all.indexOf(line) + 1, line, items.get(line.joint), setting)
	);
	return [
		said([{ text: names[horizon] }, { text: `  ${span[horizon]}`, look: ASIDE }], setting, {
			heading: HeadingLevel.HEADING_2
		}),
		// nobody signs a page without a line
		table(columns, rows, setting, { keepLast: all.at(-1)?.horizon === horizon })
	];
}

function lineCells(
	number: number,
	line: RoadmapResult,
	joint: JointResult | undefined,
	setting: Setting
): TableCell[] {
	const { words, names } = setting;
	const { labels } = words;
	const objections = joint ? objectionsOf(joint.votes, words) : [];
	const what = [
		...written(line.text, setting, { style: 'Written' }),
		...fact(labels.indicator, line.indicator, setting),
		...fact(labels.resources, line.resources, setting),
		...fact(labels.countries, line.countries.map(names.country).join(', '), setting),
		...fact(labels.answers, line.answers && names.item(line.answers), setting),
		...fact(labels.notes, line.notes, setting),
		...fact(labels.status, line.status === 'agreed' ? '' : words.status[line.status], setting),
		...(objections.length ? [objectionLine(objections, setting)] : [])
	];
	const who = [
		...written(line.owner, setting, { style: 'Owner' }),
		...fact(labels.owners, line.owners.join('; '), setting)
	];
	const support = joint ? supportOf(joint.votes, words) : [];
	return [
		cell([said([{ text: String(number), look: STRONG }], setting, { style: 'Written' })], setting),
		cell(what, setting),
		cell(who, setting),
		textCell(formatDate(line.deadline, words.language), setting),
		cell(
			support.map((text) => said(text, setting, { style: 'Cell' })),
			setting
		)
	];
}

function objectionLine(objections: Objected[], setting: Setting): Paragraph {
	const pieces = objections.flatMap(({ reason, by }, at) => [
		{ text: at ? '; ' : '' },
		{ text: reason },
		{ text: by }
	]);
	const label = { text: `${setting.words.labels.objections}: `, look: LABEL };
	return said([label, ...pieces], setting, { style: 'Objection' });
}
