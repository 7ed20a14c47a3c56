import { diff } from '../sheet/diff';
import { parseKey } from '../sheet/entries';
import type { Layout } from '../sheet/layout';
import type { Stretch } from '../sheet/stretches';
import { table } from './csv';
import type { Names } from './names';

/** One line of a workshop's log. */
export interface LogLine {
	/** ISO time */
	time: string;
	/** *words*: somebody wrote. *step*: somebody did something. *chain*: whether the log is whole. */
	kind: 'words' | 'step' | 'chain';
	team?: string;
	exercise?: string;
	person?: string;
	/** The need and tool, question or kind of entry, in words. */
	about?: string;
	/** The entry and field, or the step's name. */
	what?: string;
	removed?: string;
	added?: string;
	/** Numbers of the rows in the sheet's log, or the workshop's version. */
	rows?: string;
}

/** A workshop's log as a table: who wrote what when. */
export function logCsv(lines: LogLine[]): string {
	return table(
		['time', 'kind', 'team', 'exercise', 'person', 'about', 'what', 'removed', 'added', 'rows'],
		lines.map((line) => ({ ...line }))
	);
}

/**
 * What somebody wrote in a field as a line: the words that went and those that came.
 * @param person their name
 */
export function lineOf(
	{ key, at, from, to, before, after }: Stretch,
	person: string,
	layout: Layout,
	names: Names
): Omit<LogLine, 'team' | 'exercise'> {
	const { at: start, remove, insert } = diff(before, after, after.length);
	return {
		time: new Date(at).toISOString(),
		kind: 'words',
		person,
		about: about(key, layout, names),
		what: key,
		removed: before.slice(start, start + remove),
		added: insert,
		rows: from === to ? String(from) : `${from}-${to}`
	};
}

function about(key: string, layout: Layout, names: Names): string {
	const of = parseKey(key, layout)?.of;
	switch (of?.kind) {
		case 'choice': {
			const place = of.country === '-' ? [] : [names.country(of.country)];
			return [names.item(of.need), names.tool(of.tool), ...place].join(', ');
		}
		case 'answer':
			return names.item(of.question);
		default:
			return of?.kind === 'rec' ? 'recommendation' : (of?.kind ?? '');
	}
}
