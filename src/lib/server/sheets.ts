import * as Y from 'yjs';
import {
	MAX_CATCH_UP,
	MAX_SHEET,
	MAX_UPDATE,
	type JoinSheet,
	type Joined,
	type May,
	type SheetRefusal,
	type Taken
} from '../protocol/sheet';
import { standsBetween } from '../sheet/between';
import { checkUpdate } from '../sheet/check';
import { OWN_CLIENTS } from '../sheet/limits';
import type { WorkshopState } from '../workshop/state';
import { teamOf } from '../workshop/stage';
import type { LogRow } from './db/sheets';
import { isDeclined, keepLate, lateState } from './late';
import { clientsOf, current, openSheet, type OpenSheet } from './sheet-memory';
import { stateOf } from './state';

/** A person on one of their devices. */
export interface Writer {
	person: string;
	device: string;
}

/** What was typed while the facilitator pressed "close" still counts. */
const GRACE = 5_000;

function may(
	sheet: OpenSheet,
	state: WorkshopState | undefined,
	person: string
): May | 'not-yours' {
	if (!state || teamOf(state, person)?.id !== sheet.team) return 'not-yours';
	if (state.status === 'ended') return 'late';
	const closedAt = state.sheets.find((one) => one.id === sheet.id)?.closedAt ?? null;
	if (closedAt === null) return 'write';
	// below 0: the clock was put back since
	const since = Date.now() - closedAt;
	return since >= 0 && since < GRACE ? 'write' : 'late';
}

/**
 * Joins a device to its team's sheet: gives what the browser lacks and binds the client id it
 * will write under to the device.
 * @param enter called in the very moment the answer is made: whoever listens from then on misses
 * nothing, and nobody listens who may not
 */
export async function joinSheet(
	writer: Writer,
	join: JoinSheet,
	enter: () => void
): Promise<Joined> {
	const found = await openSheet(join.sheet);
	const state = found && (await stateOf(found.workshop));
	const sheet = found && current(found);
	if (!sheet) return { ok: false, why: 'no-sheet' };
	const allowed = may(sheet, state, writer.person);
	if (allowed === 'not-yours') return { ok: false, why: 'not-yours' };
	const owner = sheet.owners.get(join.client);
	if (join.client < OWN_CLIENTS || (owner !== undefined && owner !== writer.device))
		return { ok: false, why: 'client-taken' };
	let update: Uint8Array;
	try {
		update = Y.encodeStateAsUpdate(sheet.doc, join.vector);
	} catch {
		return { ok: false, why: 'malformed' };
	}
	sheet.owners.set(join.client, writer.device);
	enter();
	const vector = Y.encodeStateVector(sheet.doc);
	const late = allowed === 'late' ? lateState(sheet, writer.device) : undefined;
	return { ok: true, may: allowed, update, vector, ...(late && { late }) };
}

/** An update as it came. */
export interface Offered {
	writer: Writer;
	sheet: string;
	update: Uint8Array;
	/** A catch-up may bring what others wrote. */
	bring: boolean;
}

/** An update that passed: applied with a row for the log, or already known. */
export interface Passed {
	sheet: OpenSheet;
	row: LogRow | undefined;
}

/** The document in memory is no longer what it should be. */
export interface Torn {
	torn: Taken;
}

/**
 * Checks an update and applies it to the document in memory; `commit.ts` then writes it. Nothing is
 * awaited between the two: nobody reads from the document what is not yet on the disk.
 * @param state of the sheet's workshop, as it is now
 * @returns the answer where nothing is to be written; in `torn`, where the document must go, too
 */
export function apply(
	item: Offered,
	found: OpenSheet | undefined,
	state: WorkshopState | undefined
): Taken | Passed | Torn {
	const refused = (why: SheetRefusal): Taken => ({ what: 'refused', why });
	const sheet = found && current(found);
	if (!sheet) return refused('no-sheet');
	const { person, device } = item.writer;
	const allowed = may(sheet, state, person);
	if (allowed === 'not-yours') return refused('not-yours');
	const mine = clientsOf(sheet, device);
	const { layout, doc } = sheet;
	const maxBytes = item.bring ? MAX_CATCH_UP : MAX_UPDATE;
	const verdict = checkUpdate(item.update, { layout, doc, mine, bring: item.bring, maxBytes });
	if (!verdict.ok) return verdict.why === 'gap' ? { what: 'gap' } : refused(verdict.why);
	if (verdict.known) return { sheet, row: undefined };
	if (item.bring && isDeclined(sheet, device, item.update)) return refused('declined');
	if (allowed === 'late') return keepLate(sheet, item.writer, item.update);
	if (verdict.clients.length && isFull(sheet, item.update.length)) return refused('sheet-full');
	Y.applyUpdate(doc, item.update);
	if (!standsBetween(doc, verdict.structs)) return { torn: refused('malformed') };
	sheet.size += item.update.length;
	sheet.sinceSnapshot += 1;
	sheet.lastChange = Date.now();
	const clients = verdict.clients.filter((client) => mine.has(client) && !sheet.stored.has(client));
	const row = { sheet: sheet.id, device, at: sheet.lastChange, bytes: item.update, clients };
	return { sheet, row };
}

/** Whether so many more bytes are too many. The sum of updates is too large a guess: measure then. */
function isFull(sheet: OpenSheet, more: number): boolean {
	if (sheet.size + more <= MAX_SHEET) return false;
	sheet.size = Y.encodeStateAsUpdate(sheet.doc).length;
	return sheet.size + more > MAX_SHEET;
}
