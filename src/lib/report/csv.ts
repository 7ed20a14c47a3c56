import Papa from 'papaparse';
import { mergedOf, type JointResult } from './plenary-results';
import type { Results, TeamResults } from './results';

const COLUMNS = [
	'team',
	'kind',
	'subject',
	'rank',
	'tool',
	'country',
	'text',
	'asks',
	'executes',
	'urgency',
	'use',
	'safeguards',
	'horizon',
	'owner',
	'countries',
	'answers',
	'role',
	'institution'
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/**
 * The results as one table for spreadsheets: UTF-8 with a byte-order mark, so that Excel reads
 * accents. A cell that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, "CSV Injection").
 */
export function resultsCsv(results: Results): string {
	return table(COLUMNS, [
		...results.teams.flatMap<Row>(rowsOf),
		...mergedOf(results).flatMap<Row>(jointRows)
	]);
}

/**
 * A table for spreadsheets: UTF-8 with a byte-order mark, cells safe.
 * @param columns in order; what a row lacks is an empty cell
 */
export function table<Column extends string>(
	columns: readonly Column[],
	rows: Partial<Record<Column, string | number>>[]
): string {
	const data = rows.map((row) => columns.map((column) => safe(row[column] ?? '')));
	return `\ufeff${Papa.unparse({ fields: [...columns], data })}\r\n`;
}

/** A joint recommendation, and a row for each of its sources. */
function jointRows({ name, text, horizon, owner, sources }: JointResult): Row[] {
	return [
		{ kind: 'joint', subject: name, text, horizon, owner },
		...sources.map((source) => ({
			team: source.team,
			kind: 'source',
			subject: source.recommendation,
			text: source.text,
			horizon: source.horizon,
			owner: source.owner
		}))
	];
}

function rowsOf({ name: team, ...written }: TeamResults): Row[] {
	return [
		...written.members.map(({ name, delegation, role }) => ({
			team,
			kind: 'member',
			subject: name,
			institution: delegation,
			role
		})),
		...written.choices.map(({ need, reason, urgency, use, ...rest }) => ({
			...rest,
			team,
			kind: 'choice',
			subject: need,
			text: reason,
			urgency: urgency ?? '',
			use: use ?? ''
		})),
		...written.contacts.map(({ need, note, role, institution }) => ({
			team,
			kind: 'contact',
			subject: need,
			text: note,
			role,
			institution
		})),
		...written.answers.map(({ question, value, reason }) => ({
			team,
			kind: 'answer',
			subject: question,
			answers: Array.isArray(value) ? value.join('; ') : value,
			text: reason
		})),
		...written.recommendations.map(({ id, countries, ...rest }) => ({
			...rest,
			team,
			kind: 'recommendation',
			subject: id,
			countries: countries.join('; ')
		}))
	];
}

/** Full-width forms count too: some spreadsheets fold them. */
const FORMULA = /^[\s'"]*[=+\-@\t\r＝＋－＠]/u;

function safe(cell: string | number): string | number {
	return typeof cell === 'string' && FORMULA.test(cell) && cell !== '-' ? `'${cell}` : cell;
}
