import { allSheets, packOldest } from './db/log';
import { log } from './log';

/** Rows of the log stay as they are for an hour: that is what people look back at. */
const OLD = 60 * 60_000;

/** How often old rows are looked for, ms. */
const EVERY = 5 * 60_000;

/**
 * Packs the old rows of all sheets, a block at a time, with room for others between two.
 * @param now ms since 1970
 */
export async function packOldRows(now: number): Promise<void> {
	for (const sheet of allSheets()) {
		while (await packOldest(sheet, now - OLD)) await new Promise(setImmediate);
		await new Promise(setImmediate);
	}
}

/** Packs old rows every few minutes. @returns what ends it */
export function keepPacked(): () => void {
	let busy = false;
	const timer = setInterval(async () => {
		if (busy) return;
		busy = true;
		await packOldRows(Date.now()).catch((error) => log.error(error));
		busy = false;
	}, EVERY);
	timer.unref();
	return () => clearInterval(timer);
}
