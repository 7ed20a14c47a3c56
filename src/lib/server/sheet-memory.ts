import * as Y from 'yjs';
import type { SheetUpdate } from '../protocol/sheet';
import { exerciseOf } from '../workshop/stage';
import { layoutOf, type Layout } from '../sheet/layout';
import { sheetRows, type Tail } from './db/sheets';
import { stateOf } from './state';

/** A sheet's document in memory: a cache of its log, thrown away whenever it may differ. */
export interface OpenSheet {
	id: SheetUpdate['sheet'];
	workshop: string;
	team: string;
	exercise: string;
	layout: Layout;
	doc: Y.Doc;
	/** Which device writes under which Yjs client id. */
	owners: Map<number, string>;
	/** Client ids that stand in the database. */
	stored: Set<number>;
	/** About how large the document is as one update, in bytes; never too small. */
	size: number;
	/** Rows of the log since the last snapshot. */
	sinceSnapshot: number;
	/** The last row of the log as far as it is known: the next one's number and hash rest on it. */
	tail: Tail | undefined;
	/** ms since 1970, null: nothing was written yet */
	lastChange: number | null;
	/** The document holds what the log does not. */
	stale: boolean;
	/** When it was last asked for, ms of `performance.now`. */
	used: number;
}

const memory = new Map<string, OpenSheet>();

/** So long nobody looks at a sheet, and it leaves memory, ms. */
const IDLE = 5 * 60_000;
/** How often it is looked, ms. */
const LOOK = 60_000;

/** How many documents are in memory. */
export const openSheets = (): number => memory.size;

/** The sheet's document, loaded from its log at first use. Undefined where there is none. */
export async function openSheet(id: string): Promise<OpenSheet | undefined> {
	if (memory.has(id)) return sheetNow(id);
	const rows = sheetRows(id);
	if (!rows) return undefined;
	const { workshop, team, exercise: slug } = rows.row;
	const state = await stateOf(workshop);
	const stage = state?.stages.find((one) => one.exercise === slug);
	const exercise = state && exerciseOf(state, stage);
	if (!state || !exercise) return undefined;
	// somebody else may have loaded it while the workshop was read
	const meanwhile = memory.get(id);
	if (meanwhile) return meanwhile;
	const tools = state.tools.map((tool) => tool.id);
	const sheet: OpenSheet = {
		id,
		workshop,
		team,
		exercise: slug,
		layout: layoutOf(exercise, tools),
		owners: new Map(rows.clients.map((row) => [row.client, row.device])),
		stale: false,
		used: performance.now(),
		...asLogged(rows)
	};
	memory.set(id, sheet);
	return sheet;
}

/** The same, if it is in memory: without a wait. */
export function sheetNow(id: string): OpenSheet | undefined {
	const known = memory.get(id);
	if (!known) return undefined;
	known.used = performance.now();
	return current(known);
}

/** A row of the log that `commit.ts` did not write is in the document now. */
export function grewBy(sheet: OpenSheet, { length }: Uint8Array, at: number): void {
	sheet.size += length;
	sheet.sinceSnapshot += 1;
	sheet.lastChange = at;
	sheet.tail = undefined;
}

function asLogged(rows: NonNullable<ReturnType<typeof sheetRows>>) {
	const doc = new Y.Doc({ gc: true });
	const updates = [...(rows.snapshot ? [rows.snapshot] : []), ...rows.log.map((row) => row.bytes)];
	doc.transact(() => updates.forEach((bytes) => Y.applyUpdate(doc, bytes)));
	return {
		doc,
		stored: new Set(rows.clients.map((row) => row.client)),
		size: updates.reduce((sum, bytes) => sum + bytes.length, 0),
		sinceSnapshot: rows.log.length,
		tail: rows.tail,
		lastChange: rows.lastChange
	};
}

/**
 * Lets go of sheets that nobody asked for in a while and nobody is in. With them goes whose the
 * client ids are that were never written under; a browser that is in no sheet joins before it writes.
 * @param isIn whether somebody is connected to a sheet
 */
export function letGo(isIn: (sheet: string) => boolean, now: number): void {
	for (const [id, sheet] of memory) {
		if (now - sheet.used < IDLE || isIn(id)) continue;
		memory.delete(id);
		sheet.doc.destroy();
	}
}

/** @returns what stops it */
export function keepMemory(isIn: (sheet: string) => boolean): () => void {
	const timer = setInterval(() => letGo(isIn, performance.now()), LOOK);
	return () => clearInterval(timer);
}

/**
 * A document holds what the log does not: at its next use it is thrown away and loaded again. Who
 * writes under which client id is kept: those who joined and have not written yet stand in no log.
 */
export function reloadSheet(id: string): void {
	const sheet = memory.get(id);
	if (sheet) sheet.stale = true;
}

/** The sheet as the log has it: loaded again if it has to be. */
export function current(sheet: OpenSheet): OpenSheet | undefined {
	if (!sheet.stale) return sheet;
	const rows = sheetRows(sheet.id);
	sheet.doc.destroy();
	if (rows) return Object.assign(sheet, asLogged(rows), { stale: false });
	memory.delete(sheet.id);
	return undefined;
}

/** The client ids a device writes under. */
export function clientsOf(sheet: OpenSheet, device: string): Pick<ReadonlySet<number>, 'has'> {
	return { has: (client) => sheet.owners.get(client) === device };
}
