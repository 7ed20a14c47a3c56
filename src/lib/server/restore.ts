import { randomInt } from 'node:crypto';
import { OWN_CLIENTS } from '../sheet/limits';
import { restore } from '../sheet/restore';
import type { Actor } from './db/step';
import { appendRestored, lastRow } from './db/sheets';
import { sheetAsOf } from './as-of';
import { announce } from './facts';
import { log } from './log';
import { grewBy, openSheet, reloadSheet } from './sheet-memory';
import { inTurn } from './commit';

export type RestoreRefusal =
	| 'no-sheet'
	| 'no-minute' // the log has no such row
	| 'closed' // its team asks, and only the facilitator may now
	| 'internal'; // it could not be written

/**
 * Puts a sheet back to what it was after a row of its log, as new edits in the server's own name:
 * everybody in the sheet is sent them like a team-mate's, and what stood there before can be had
 * again the same way.
 * @param by who asked for it
 */
export async function restoreSheet(
	id: string,
	seq: number,
	by: Actor
): Promise<{ ok: true } | { ok: false; why: RestoreRefusal }> {
	const known = await openSheet(id);
	if (!known) return { ok: false, why: 'no-sheet' };
	if (!(seq >= 1 && seq <= lastRow(id))) return { ok: false, why: 'no-minute' };
	const earlier = await sheetAsOf(id, seq);
	return inTurn(async () => {
		const sheet = await openSheet(id);
		if (!sheet) return { ok: false, why: 'no-sheet' };
		sheet.doc.clientID = randomInt(1, OWN_CLIENTS);
		const update = restore(sheet.doc, earlier, sheet.layout, by.replace(/^\w+:/, ''));
		earlier.destroy();
		if (!update) return { ok: true };
		try {
			const at = Date.now();
			const taken = appendRestored(sheet.workshop, by, { sheet: id, at, bytes: update }, seq);
			if (!taken.ok) throw new Error('a step without a condition was refused');
			grewBy(sheet, update, at);
			announce({ kind: 'sheet', workshop: sheet.workshop, sheet: id, update, from: [] });
			announce({ kind: 'workshop', workshop: sheet.workshop, version: taken.version });
			return { ok: true };
		} catch (error) {
			log.error(error);
			reloadSheet(sheet.id);
			return { ok: false, why: 'internal' };
		}
	});
}
