import type * as Y from 'yjs';
import { markersIn, type Edit } from './ledger';
import { fingerprint, sheetText, type SheetText } from './sheet-text';
import { standing } from './standing';

/** One sheet at the end, wherever it can be seen. */
export interface SheetEvidence {
	sheet: string;
	team: string;
	/** From the database's log; undefined where it cannot be read from here. */
	logged?: Y.Doc;
	/** What the server gives to somebody who comes with nothing. */
	served: Y.Doc;
	/** Copies of the people, with their names. */
	copies: { who: string; doc: Y.Doc }[];
}

export interface Evidence {
	edits: readonly Edit[];
	sheets: readonly SheetEvidence[];
	/** Markers people saw that are not of their own team's sheets. */
	overheard: { who: string; marker: string }[];
	/** What SQLite says of its file. */
	integrity?: string;
}

/** A rule that was broken, and where. */
export interface Fault {
	rule:
		| 'lost from the log'
		| 'lost from the sheet'
		| 'lost from the results'
		| 'other order'
		| 'came back'
		| 'twice'
		| 'another team’s'
		| 'copies differ'
		| 'database damaged'
		| 'votes differ';
	/** What broke it: a marker and its field, or a person and a sheet. */
	what: string;
	edit?: Edit;
}

/**
 * Holds what people wrote against what is there: acknowledged is in the log and in the sheet,
 * each marker once, every copy the same, and nobody has what another team wrote.
 * @returns every fault; none is the proof
 */
export function judge({ edits, sheets, overheard, integrity }: Evidence): Fault[] {
	const teamOf = new Map<string, string>();
	for (const edit of edits)
		for (const { content } of edit.touches)
			for (const marker of markersIn(content)) teamOf.set(marker, edit.team);
	const faults = sheets.flatMap((sheet) => {
		const own = edits.filter((edit) => edit.sheet === sheet.sheet);
		const served = sheetText(sheet.served);
		return [
			...(sheet.logged ? lost(own, sheetText(sheet.logged), 'lost from the log') : []),
			...lost(own, served, 'lost from the sheet'),
			...twice(served, sheet.team),
			...[sheet.served, ...sheet.copies.map((copy) => copy.doc)].flatMap((doc) =>
				foreign(sheetText(doc), sheet.team, teamOf)
			),
			...different(sheet)
		];
	});
	const seen = new Set(sheets.map(({ sheet }) => sheet));
	for (const edit of edits)
		if (edit.acknowledged !== null && !seen.has(edit.sheet))
			faults.push({ rule: 'lost from the sheet', what: `sheet ${edit.sheet}`, edit });
	for (const { who, marker } of overheard)
		faults.push({ rule: 'another team’s', what: `${marker}, seen by ${who}` });
	if (integrity !== undefined && integrity !== 'ok')
		faults.push({ rule: 'database damaged', what: integrity });
	return faults;
}

function lost(edits: Edit[], sheet: SheetText, rule: Fault['rule']): Fault[] {
	return standing(edits).flatMap(({ edit, touch, holds }): Fault[] => {
		if (holds(sheet)) return [];
		const what = `${touch.content} in ${touch.key} of team ${edit.team}`;
		return [{ rule: touch.what === 'erased' ? 'came back' : rule, what, edit }];
	});
}

function twice({ texts, values }: SheetText, team: string): Fault[] {
	const all = [...texts.values(), ...values.values()].flatMap(markersIn);
	const once = new Set<string>();
	return all.flatMap((marker): Fault[] => {
		if (!once.has(marker)) {
			once.add(marker);
			return [];
		}
		return [{ rule: 'twice', what: `${marker} in team ${team}` }];
	});
}

function foreign(sheet: SheetText, team: string, teamOf: ReadonlyMap<string, string>): Fault[] {
	const all = [...sheet.texts.values(), ...sheet.values.values()].flatMap(markersIn);
	return all
		.filter((marker) => teamOf.has(marker) && teamOf.get(marker) !== team)
		.map((marker) => ({ rule: 'another team’s', what: `${marker} in team ${team}` }));
}

/** Whether everybody's copy of a sheet is what the server has. */
export const sameEverywhere = (sheet: SheetEvidence): boolean => different(sheet).length === 0;

function different({ sheet, logged, served, copies }: SheetEvidence): Fault[] {
	const first = fingerprint(served);
	const others = [...(logged ? [{ who: 'the log', doc: logged }] : []), ...copies];
	return others
		.filter(({ doc }) => fingerprint(doc) !== first)
		.map(({ who }) => ({ rule: 'copies differ', what: `sheet ${sheet}, ${who}` }));
}
