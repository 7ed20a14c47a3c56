import * as Y from 'yjs';
import type { Taken } from '../protocol/sheet';
import type { WorkshopState } from '../workshop/state';
import { appendUpdates, type LogRow, type Snapshot, type Tail } from './db/sheets';
import { disk, isDiskFault } from './disk';
import { announce } from './facts';
import { settleLate } from './late';
import { log } from './log';
import { openSheet, reloadSheet, sheetNow, type OpenSheet } from './sheet-memory';
import { apply, type Offered, type Passed, type Torn } from './sheets';
import { stateNow, stateOf } from './state';

/** Updates that arrive within these ms share one commit. */
const GROUP = 10;

/** After a commit that failed, browsers are told to send again so much later, in ms. */
const AGAIN = 1000;

/** A snapshot for fast loading after so many rows of the log. */
const SNAPSHOT_EVERY = 500;

interface Waiting extends Offered {
	/** The connection it came by: everybody else in the sheet is sent it. */
	from: string;
	answer: (taken: Taken) => void;
}

/** What an update is about. */
interface Found {
	sheet: OpenSheet | undefined;
	state: WorkshopState | undefined;
}

interface Done extends Passed {
	item: Waiting;
}

const INTERNAL: Taken = { what: 'refused', why: 'internal' };

let waiting: Waiting[] = [];
let timer: NodeJS.Timeout | undefined;
let flushing: Promise<void> = Promise.resolve();

/**
 * Takes an update into a sheet.
 * @param from the connection it came by
 * @param answer called after the commit, which it shares with all others that arrived with it
 */
export function takeUpdate(update: Offered, from: string, answer: (taken: Taken) => void): void {
	waiting.push({ ...update, from, answer });
	// a full disk is not asked for each of them
	timer ??= setTimeout(flush, disk().state === 'full' ? AGAIN : GROUP);
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

/**
 * Checks and applies a group, commits it as one, then answers and tells the others. What is
 * already known waits too: it may rest on an update of this very group. What is in memory is there
 * at once, a sheet and a workshop once a group: a promise for each update costs a tenth of it all.
 */
async function commit(group: Waiting[]): Promise<void> {
	const found = new Map<string, Found | undefined>();
	const states = new Map<string, WorkshopState>();
	for (const { sheet } of group)
		if (!found.has(sheet)) found.set(sheet, findNow(sheet, states) ?? (await find(sheet)));
	let passed: Done[] = [];
	for (const item of group) {
		const one = found.get(item.sheet);
		const taken = one ? tried(item, one) : INTERNAL;
		if ('torn' in taken) {
			// Out of the document again: what passed goes to the disk, and it is loaded from there.
			write(passed);
			passed = [];
			reloadSheet(item.sheet);
			item.answer(taken.torn);
		} else if ('sheet' in taken) passed.push({ item, ...taken });
		else item.answer(taken);
	}
	write(passed);
}

/** @param states of workshops that this group asked for: each is looked up once */
function findNow(id: string, states: Map<string, WorkshopState>): Found | undefined {
	try {
		const sheet = sheetNow(id);
		const state = sheet && (states.get(sheet.workshop) ?? stateNow(sheet.workshop));
		if (!state) return undefined;
		states.set(sheet.workshop, state);
		return { sheet, state };
	} catch {
		return undefined; // asked again with a wait, and said there
	}
}

async function find(id: string): Promise<Found | undefined> {
	try {
		const sheet = await openSheet(id);
		return { sheet, state: sheet && (await stateOf(sheet.workshop)) };
	} catch (error) {
		if (!isDiskFault(error)) log.error(error);
		return undefined;
	}
}

/** After a bug nobody knows how far it came. */
function tried(item: Waiting, { sheet, state }: Found): Taken | Passed | Torn {
	try {
		return apply(item, sheet, state);
	} catch (error) {
		if (!isDiskFault(error)) log.error(error);
		return { torn: INTERNAL };
	}
}

function write(passed: Done[]): void {
	const rows = passed.flatMap(({ row }) => row ?? []);
	const written = new Map<OpenSheet, Waiting[]>();
	for (const { sheet, row, item } of passed)
		if (row) written.set(sheet, [...(written.get(sheet) ?? []), item]);
	try {
		if (rows.length) append(rows, [...written.keys()]);
	} catch (error) {
		if (!isDiskFault(error)) log.error(error);
		// What is in memory is not on the disk: load again, and have the browsers send it again.
		for (const { id } of written.keys()) reloadSheet(id);
		for (const { item } of passed) setTimeout(() => item.answer({ what: 'gap' }), AGAIN);
		return;
	}
	for (const { item, sheet, row } of passed) {
		item.answer({ what: row ? 'kept' : 'known' });
		row?.clients.forEach((client) => sheet.stored.add(client));
		if (row && item.bring) settleLate(sheet, item.writer);
	}
	for (const [sheet, items] of written) tell(sheet, items);
}

function append(rows: LogRow[], sheets: OpenSheet[]): void {
	const tails = new Map<string, Tail>();
	for (const { id, tail } of sheets) if (tail) tails.set(id, tail);
	appendUpdates(rows, dueSnapshots(sheets), tails);
	for (const sheet of sheets) sheet.tail = tails.get(sheet.id);
}

/** Announces what came to one sheet in one piece. */
function tell({ id, workshop }: OpenSheet, items: Waiting[]): void {
	const updates = items.map((item) => item.update);
	const [only] = updates;
	const update = only && updates.length === 1 ? only : Y.mergeUpdates(updates);
	const senders = [...new Set(items.map((item) => item.from))];
	// of several senders each lacks what the others sent
	const from = senders.length === 1 ? senders : [];
	announce({ kind: 'sheet', workshop, sheet: id, update, from });
}

function dueSnapshots(sheets: OpenSheet[]): Snapshot[] {
	const due = sheets.filter((sheet) => sheet.sinceSnapshot >= SNAPSHOT_EVERY);
	return due.map((sheet) => {
		sheet.sinceSnapshot = 0;
		return { sheet: sheet.id, bytes: Y.encodeStateAsUpdate(sheet.doc) };
	});
}
