import * as Y from 'yjs';
import type { SheetUpdate } from '../protocol/sheet';
import { exerciseOf } from '../workshop/stage';
import { layoutOf, type Layout } from '../sheet/layout';
import { sheetRows } from './db/sheets';
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
	/** ms since 1970, null: nothing was written yet */
	lastChange: number | null;
}

const memory = new Map<string, OpenSheet>();

/** How many documents are in memory. */
export const openSheets = (): number => memory.size;

/** The sheet's document, loaded from its log at first use. Undefined where there is none. */
export async function openSheet(id: string): Promise<OpenSheet | undefined> {
	const known = memory.get(id);
	if (known) return known;
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
		...asLogged(rows)
	};
	memory.set(id, sheet);
	return sheet;
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
		lastChange: rows.lastChange
	};
}

/**
 * Throws a document away that holds what the log does not, and loads it again. Who writes under
 * which client id is kept: those who joined and have not written yet stand in no log.
 */
export function reloadSheet(sheet: OpenSheet): void {
	sheet.doc.destroy();
	const rows = sheetRows(sheet.id);
	if (rows) Object.assign(sheet, asLogged(rows));
	else memory.delete(sheet.id);
}

/** The client ids a device writes under. */
export function clientsOf(sheet: OpenSheet, device: string): Set<number> {
	const mine = new Set<number>();
	for (const [client, owner] of sheet.owners) if (owner === device) mine.add(client);
	return mine;
}
