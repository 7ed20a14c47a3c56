import { keepCopying } from './backup';
import { watchDisk } from './disk';
import { tellNewAddress } from './greeting';
import { watchHealth } from './health';
import { keepPacked } from './packing';
import { keepMemory } from './sheet-memory';
import { startTicking } from './ticking';

/**
 * Everything the server does unasked, every so often.
 * @param isRead whether somebody is in a sheet
 * @returns stops all of it
 */
export function keepHouse(isRead: (sheet: string) => boolean): () => void {
	const stops = [
		startTicking(),
		watchDisk(),
		watchHealth(),
		tellNewAddress(),
		keepCopying(),
		keepPacked(),
		keepMemory(isRead)
	];
	return () => stops.forEach((stop) => stop());
}
