import { statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { disk, type DiskState } from './disk';
import { dataFolder } from './home';
import { log } from './log';
import { openSheets } from './sheet-memory';
import { queued } from './commit';
import { takeTally } from './tally';
import { connections } from './telling';

/** How this computer and its server are. Numbers only: nothing of anybody. */
export interface Health {
	/** Connections, not persons: somebody with two devices has two. */
	connections: { people: number; facilitators: number; projectors: number };
	/** Updates that wait for the next commit. */
	queued: number;
	openSheets: number;
	disk: { state: DiskState; free: number; code: string | undefined };
	/** Bytes of the database, what is not yet folded into it included. */
	database: number;
	/** How late the server did what was due, in the last minute, ms: 19 times of 20 at most; at worst. */
	delay: { usual: number; worst: number };
	/** Bytes the program occupies. */
	memory: number;
	/** ms since 1970 */
	since: number;
}

const MINUTE = 60_000;
/** A program that starts is late by nature: measured from then on, ms. */
const STARTED = 5_000;

const delay = monitorEventLoopDelay({ resolution: 20 });
/** Of the last whole minute; before its end of what there is. */
let last: Health['delay'] | undefined;

const delayNow = () => ({
	usual: Math.max(0, Math.round(delay.percentile(95) / 1e6) - 20),
	worst: Math.max(0, Math.round(delay.max / 1e6) - 20)
});

/** How it all is now. */
export function health(): Health {
	return {
		connections: connections(),
		queued: queued(),
		openSheets: openSheets(),
		disk: disk(),
		database: ['', '-wal'].reduce((sum, ending) => sum + bytesOf(`baraza.sqlite${ending}`), 0),
		delay: last ?? delayNow(),
		memory: process.memoryUsage.rss(),
		since: Date.now() - process.uptime() * 1000
	};
}

function bytesOf(name: string): number {
	return statSync(join(dataFolder, name), { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Watches from now on, and writes one line a minute into the log.
 * @returns what stops it
 */
export function watchHealth(): () => void {
	delay.enable();
	const started = setTimeout(() => delay.reset(), STARTED);
	const timer = setInterval(() => {
		last = delayNow();
		delay.reset();
		log.info({ ...health(), counted: takeTally() }, 'minute');
	}, MINUTE);
	return () => {
		clearInterval(timer);
		clearTimeout(started);
		delay.disable();
	};
}
