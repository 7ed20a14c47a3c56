import * as Y from 'yjs';
import { MAX_CATCH_UP, MAX_SHEET } from '../protocol/sheet';
import { standsBetween } from '../sheet/between';
import { changes, type Change } from '../sheet/changes';
import { checkUpdate } from '../sheet/check';
import type { LateBundle } from '../view/late';
import { acceptBundle, declineBundle, waitingBundles, type Which } from './db/late';
import type { Actor, Outcome } from './db/step';
import { announce } from './facts';
import { copyOf } from './late';
import { clientsOf, grewBy, openSheet, reloadSheet } from './sheet-memory';
import { inTurn } from './commit';

/** What a bundle would change, by sheet and device, until either is another. */
const read = new Map<string, { as: string; changes: Change[] }>();

/** What waits for the facilitator of a workshop: whose, when, and what it would change. */
export async function lateBundles(workshop: string): Promise<LateBundle[]> {
	const bundles: LateBundle[] = [];
	for (const { sheet, device, name, at, bytes } of waitingBundles(workshop)) {
		const open = await openSheet(sheet);
		if (!open) continue;
		const key = `${sheet}/${device}`;
		const as = `${at}/${open.lastChange}`;
		const known = read.get(key);
		const found =
			known?.as === as ? known.changes : changes(open.doc, copyOf(open.doc, bytes), open.layout);
		read.set(key, { as, changes: found });
		const { team, exercise } = open;
		bundles.push({ sheet, device, at, name, team, exercise, changes: found });
	}
	return bundles;
}

/**
 * Takes a bundle into its sheet, closed as it is: a row of the log by that device, told to the
 * team like any other.
 * @param which as the facilitator read it; one that was replaced meanwhile is read again first
 */
export function acceptLate(
	workshop: string,
	by: Actor,
	which: Which
): Promise<Outcome<null, 'read-again' | 'sheet-full'>> {
	return inTurn(async () => {
		const bundle = waitingBundles(workshop).find((one) => isIt(one, which));
		const sheet = await openSheet(which.sheet);
		if (!bundle || !sheet || sheet.workshop !== workshop) return { ok: false, why: 'read-again' };
		const { doc, layout } = sheet;
		const mine = clientsOf(sheet, which.device);
		const terms = { layout, doc, mine, bring: true, maxBytes: MAX_CATCH_UP };
		const verdict = checkUpdate(bundle.bytes, terms);
		// What it rests on was taken back meanwhile: nothing of it can stand.
		if (!verdict.ok) return { ok: false, why: 'read-again' };
		if (Y.encodeStateAsUpdate(copyOf(doc, bundle.bytes)).length > MAX_SHEET)
			return { ok: false, why: 'sheet-full' };
		const at = Date.now();
		const bytes = new Uint8Array(bundle.bytes);
		const row = { sheet: sheet.id, device: which.device, at, bytes, clients: [] };
		Y.applyUpdate(doc, bytes);
		try {
			if (!standsBetween(doc, verdict.structs)) throw new Error('a bundle that tears the sheet');
			const outcome = acceptBundle(workshop, by, which, verdict.known ? undefined : row);
			if (!outcome.ok) reloadSheet(sheet.id);
			else {
				if (!verdict.known) grewBy(sheet, bytes, at);
				announce({ kind: 'sheet', workshop, sheet: sheet.id, update: bytes, from: [] });
				told(workshop, outcome.version, which);
			}
			return outcome;
		} catch (error) {
			reloadSheet(sheet.id);
			throw error;
		}
	});
}

/** Leaves a bundle out, whole. The device is told, and sets its words aside. */
export async function declineLate(
	workshop: string,
	by: Actor,
	which: Which
): Promise<Outcome<null, 'read-again'>> {
	if (!waitingBundles(workshop).some((one) => isIt(one, which)))
		return { ok: false, why: 'read-again' };
	const outcome = await declineBundle(workshop, by, which, Date.now());
	if (outcome.ok) told(workshop, outcome.version, which);
	return outcome;
}

function isIt(one: Which, other: Which): boolean {
	return one.sheet === other.sheet && one.device === other.device && one.at === other.at;
}

function told(workshop: string, version: number, { sheet, device }: Which): void {
	read.delete(`${sheet}/${device}`);
	announce({ kind: 'workshop', workshop, version });
	announce({ kind: 'late', workshop, sheet, device });
}
