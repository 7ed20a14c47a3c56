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
import { OWN_CLIENTS } from '../sheet/limits';
import { checkUpdate } from '../sheet/check';
import { progress } from '../sheet/progress';
import { readSheet } from '../sheet/read';
import type { SheetValue } from '../sheet/value';
import type { TeamProgress } from '../view/parts';
import { HORIZONS } from '../sheet/layout';
import { teamOf } from '../workshop/stage';
import { appendUpdates, type LogRow, type Snapshot } from './db/sheets';
import { disk, isDiskFault } from './disk';
import { announce } from './facts';
import { isDeclined, keepLate, lateState, settleLate } from './late';
import { log } from './log';
import { clientsOf, openSheet, reloadSheet, type OpenSheet } from './sheet-memory';
import { stateOf } from './state';

/** A person on one of their devices. */
export interface Writer {
	person: string;
	device: string;
}

/** What was typed while the facilitator pressed "close" still counts. */
const GRACE = 5_000;

/** Updates that arrive within these ms share one commit. */
const GROUP = 5;

/** After a commit that failed, browsers are told to send again so much later, in ms. */
const AGAIN = 1000;

/** A snapshot for fast loading after so many rows of the log. */
const SNAPSHOT_EVERY = 200;

async function may(sheet: OpenSheet, person: string): Promise<May | 'not-yours'> {
	const state = await stateOf(sheet.workshop);
	if (!state || teamOf(state, person)?.id !== sheet.team) return 'not-yours';
	if (state.status === 'ended') return 'late';
	const closedAt = state.sheets.find((one) => one.id === sheet.id)?.closedAt ?? null;
	// below 0: the clock was put back since
	const since = Date.now() - (closedAt ?? Date.now());
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
	const sheet = await openSheet(join.sheet);
	if (!sheet) return { ok: false, why: 'no-sheet' };
	const allowed = await may(sheet, writer.person);
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

interface Waiting {
	writer: Writer;
	sheet: string;
	update: Uint8Array;
	/** A catch-up may bring what others wrote. */
	bring: boolean;
	/** Whoever sent it, not to be sent it again. */
	from: string;
	answer: (taken: Taken) => void;
}

let waiting: Waiting[] = [];
let timer: NodeJS.Timeout | undefined;
let flushing: Promise<void> = Promise.resolve();

/**
 * Takes an update into a sheet. The promise is kept after the commit, together with all others
 * that arrived with it.
 * @param from the connection it came by: everybody else in the sheet is sent the update
 */
export function takeUpdate(
	writer: Writer,
	sheet: string,
	update: Uint8Array,
	bring: boolean,
	from: string
): Promise<Taken> {
	return new Promise((answer) => {
		waiting.push({ writer, sheet, update, bring, from, answer });
		// a full disk is not asked for each of them
		timer ??= setTimeout(flush, disk().state === 'full' ? AGAIN : GROUP);
	});
}

/** How many updates wait for the next commit. */
export const queued = (): number => waiting.length;

function flush(): void {
	timer = undefined;
	const group = waiting;
	waiting = [];
	flushing = flushing.then(() => commit(group)).catch((error) => log.error(error));
}

/** Does something with sheets while no update is taken in. */
export function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
	const done = flushing.then(work);
	flushing = done.then(
		() => {},
		() => {}
	);
	return done;
}

/** Waits until everything that arrived so far is committed. */
export async function settled(): Promise<void> {
	if (timer) {
		clearTimeout(timer);
		flush();
	}
	await flushing;
}

/** An update that passed: applied with a row for the log, or already known. */
interface Passed {
	sheet: OpenSheet;
	row: LogRow | undefined;
}

/**
 * Checks and applies a group, commits it as one, then answers and tells the others. What is
 * already known waits too: it may rest on an update of this very group.
 */
async function commit(group: Waiting[]): Promise<void> {
	let passed: (Passed & { item: Waiting })[] = [];
	for (const item of group) {
		const taken = await apply(item);
		if ('torn' in taken) {
			// Out of the document again: what passed goes to the disk, and it is loaded from there.
			write(passed);
			passed = [];
			reloadSheet(taken.torn);
			item.answer({ what: 'refused', why: 'malformed' });
		} else if ('sheet' in taken) passed.push({ item, ...taken });
		else item.answer(taken);
	}
	write(passed);
}

function write(passed: (Passed & { item: Waiting })[]): void {
	const rows = passed.flatMap(({ row }) => row ?? []);
	const written = new Set(passed.filter(({ row }) => row).map(({ sheet }) => sheet));
	try {
		if (rows.length) appendUpdates(rows, dueSnapshots(written));
	} catch (error) {
		if (!isDiskFault(error)) log.error(error);
		// What is in memory is not on the disk: load again, and have the browsers send it again.
		written.forEach(reloadSheet);
		for (const { item } of passed) setTimeout(() => item.answer({ what: 'gap' }), AGAIN);
		return;
	}
	for (const { item, sheet, row } of passed) {
		item.answer({ what: row ? 'kept' : 'known' });
		if (!row) continue;
		row.clients.forEach((client) => sheet.stored.add(client));
		const { id, workshop } = sheet;
		announce({ kind: 'sheet', workshop, sheet: id, update: item.update, from: item.from });
		if (item.bring) settleLate(sheet, item.writer);
	}
}

async function apply(item: Waiting): Promise<Taken | Passed | { torn: OpenSheet }> {
	const refused = (why: SheetRefusal): Taken => ({ what: 'refused', why });
	const sheet = await openSheet(item.sheet);
	if (!sheet) return refused('no-sheet');
	const allowed = await may(sheet, item.writer.person);
	if (allowed === 'not-yours') return refused('not-yours');
	const mine = clientsOf(sheet, item.writer.device);
	const { layout, doc } = sheet;
	const maxBytes = item.bring ? MAX_CATCH_UP : MAX_UPDATE;
	const verdict = checkUpdate(item.update, { layout, doc, mine, bring: item.bring, maxBytes });
	if (!verdict.ok) return verdict.why === 'gap' ? { what: 'gap' } : refused(verdict.why);
	if (verdict.known) return { sheet, row: undefined };
	if (item.bring && isDeclined(sheet, item.writer.device, item.update)) return refused('declined');
	if (allowed === 'late') return keepLate(sheet, item.writer, item.update);
	if (verdict.clients.length && isFull(sheet, item.update.length)) return refused('sheet-full');
	Y.applyUpdate(doc, item.update);
	if (!standsBetween(doc, verdict.structs)) return { torn: sheet };
	sheet.size += item.update.length;
	sheet.sinceSnapshot += 1;
	sheet.lastChange = Date.now();
	const clients = verdict.clients.filter((client) => mine.has(client) && !sheet.stored.has(client));
	const { device } = item.writer;
	const row = { sheet: sheet.id, device, at: sheet.lastChange, bytes: item.update, clients };
	return { sheet, row };
}

/** Whether so many more bytes are too many. The sum of updates is too large a guess: measure then. */
function isFull(sheet: OpenSheet, more: number): boolean {
	if (sheet.size + more <= MAX_SHEET) return false;
	sheet.size = Y.encodeStateAsUpdate(sheet.doc).length;
	return sheet.size + more > MAX_SHEET;
}

function dueSnapshots(sheets: Iterable<OpenSheet>): Snapshot[] {
	const due = [...sheets].filter((sheet) => sheet.sinceSnapshot >= SNAPSHOT_EVERY);
	return due.map((sheet) => {
		sheet.sinceSnapshot = 0;
		return { sheet: sheet.id, bytes: Y.encodeStateAsUpdate(sheet.doc) };
	});
}

/** What a sheet says; undefined where there is none. */
export async function sheetValue(id: string): Promise<SheetValue | undefined> {
	const sheet = await openSheet(id);
	return sheet && readSheet(sheet.doc, sheet.layout);
}

/** How far a team is with a sheet; undefined where there is none. */
export async function teamProgress(id: string): Promise<TeamProgress | undefined> {
	const sheet = await openSheet(id);
	if (!sheet) return undefined;
	const value = readSheet(sheet.doc, sheet.layout);
	const live = value.recommendations.filter((rec) => !rec.gone && rec.text);
	return {
		team: sheet.team,
		items: progress(value, sheet.layout),
		recommendations: sheet.layout.recommendations
			? HORIZONS.map((horizon) => live.filter((rec) => rec.horizon === horizon).length)
			: [],
		lastChange: sheet.lastChange
	};
}
