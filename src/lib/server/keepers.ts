import { keepCopying } from './backup';
import { watchDisk } from './disk';
import { tellNewAddress } from './greeting';
import { watchGuessing } from './guessing';
import { watchHealth } from './health';
import { log } from './log';
import { keepPacked } from './packing';
import { keepMemory } from './sheet-memory';
import { readAhead } from './state';
import { startTicking } from './ticking';

/**
 * Everything the server does unasked, at its start and every so often.
 * @param isRead whether somebody is in a sheet
 * @returns stops all of it
 */
export function keepHouse(isRead: (sheet: string) => boolean): () => void {
	void readAhead().catch((error: unknown) => log.error(error));
	const stops = [
		startTicking(),
		watchDisk(),
		watchGuessing(),
		watchHealth(),
		tellNewAddress(),
		keepCopying(),
		keepPacked(),
		keepMemory(isRead)
	];
	return () => stops.forEach((stop) => stop());
}
