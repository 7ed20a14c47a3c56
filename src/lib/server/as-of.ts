import * as Y from 'yjs';
import { namesOf } from '../report/names';
import { readableSheet, type ReadableSheet } from '../report/readable';
import { written } from '../report/team-results';
import { readSheet } from '../sheet/read';
import type { SheetValue } from '../sheet/value';
import type { WorkshopState } from '../workshop/state';
import { logRows } from './db/log';
import { openSheet } from './sheet-memory';

/** So many rows of a log are applied before others have their turn. */
const AT_ONCE = 1000;

/**
 * A sheet as it was after a row of its log.
 * @param seq number of that row; 0 for the empty sheet
 */
export async function sheetAsOf(id: string, seq: number): Promise<Y.Doc> {
	return grown(logRows(id, 0, seq).map(({ bytes }) => bytes));
}

/**
 * What a sheet said at a time; undefined where there is no such sheet.
 * @param at ms since 1970
 */
export async function sheetValueAt(id: string, at: number): Promise<SheetValue | undefined> {
	const sheet = await openSheet(id);
	if (!sheet) return undefined;
	const rows = logRows(id);
	// by number, not by time: a clock that was put back does not tear the log apart
	const until = rows.findLastIndex((row) => row.at <= at) + 1;
	const doc = await grown(rows.slice(0, until).map(({ bytes }) => bytes));
	return readSheet(doc, sheet.layout);
}

/** What a sheet said after a row of its log, to be read; undefined where there is no such sheet. */
export async function readableAsOf(
	state: WorkshopState,
	id: string,
	seq: number
): Promise<ReadableSheet | undefined> {
	const sheet = await openSheet(id);
	if (!sheet) return undefined;
	const value = readSheet(await sheetAsOf(id, seq), sheet.layout);
	const order = state.scenario.exercises.flatMap(({ items }) => items.map((item) => item.id));
	return readableSheet(written(state, [value]), namesOf(state), order);
}

async function grown(updates: Uint8Array[]): Promise<Y.Doc> {
	const doc = new Y.Doc();
	for (let i = 0; i < updates.length; i += AT_ONCE) {
		if (i > 0) await new Promise(setImmediate);
		doc.transact(() =>
			updates.slice(i, i + AT_ONCE).forEach((update) => Y.applyUpdate(doc, update))
		);
	}
	return doc;
}
