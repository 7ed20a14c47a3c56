import { statfs } from 'node:fs/promises';
import { tryWriting } from './db/index';
import { announce } from './facts';
import { dataFolder } from './home';
import { log } from './log';

/** *full*: what is written cannot be kept now, for whatever reason the disk has. */
export type DiskState = 'ok' | 'low' | 'full';

/** With less than this left the facilitator is warned, bytes. */
const LOW = 500 * 1024 * 1024;

/** While the disk takes nothing, it is asked again so often, ms. */
const AGAIN = 1_000;

/** How often is looked how much is left, ms. */
const LOOK = 5_000;

/** What SQLite and the system say of a disk that takes nothing. */
const FAULT = /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|PROTOCOL)|ENOSPC|EROFS|EDQUOT|EIO)/;

let free = Infinity;
let fault: string | undefined;
let again: NodeJS.Timeout | undefined;

/** How the disk of the data folder is. */
export function disk(): { state: DiskState; free: number; code: string | undefined } {
	return { state: fault ? 'full' : free < LOW ? 'low' : 'ok', free, code: fault };
}

/**
 * Takes note where a write failed because of the disk. Everybody is told, and told again once it
 * takes what is written.
 * @returns whether it was the disk
 */
export function isDiskFault(error: unknown): boolean {
	const code = codeOf(error);
	if (code === undefined) return false;
	if (fault === undefined) {
		fault = code;
		log.error({ code }, 'the disk takes nothing');
		announce({ kind: 'disk' });
		again = setInterval(ask, AGAIN);
	}
	return true;
}

/** The code of a disk's trouble, wherever in the chain of causes it stands. */
function codeOf(error: unknown): string | undefined {
	if (!(error instanceof Error)) return undefined;
	const { code } = error as { code?: unknown };
	if (typeof code === 'string' && FAULT.test(code)) return code;
	return codeOf(error.cause);
}

function ask(): void {
	try {
		tryWriting();
	} catch (error) {
		fault = codeOf(error) ?? fault;
		return;
	}
	clearInterval(again);
	log.info({ code: fault }, 'the disk takes what is written again');
	fault = undefined;
	announce({ kind: 'disk' });
}

/**
 * Looks how much is left from now on.
 * @returns what stops it
 */
export function watchDisk(): () => void {
	const look = () =>
		void statfs(dataFolder).then(
			({ bavail, bsize }) => {
				const before = disk().state;
				free = bavail * bsize;
				if (disk().state === before) return;
				log.warn({ free, state: disk().state }, 'space on the disk');
				announce({ kind: 'disk' });
			},
			(error) => log.error(error)
		);
	look();
	const timer = setInterval(look, LOOK);
	return () => {
		clearInterval(timer);
		clearInterval(again);
		fault = undefined;
	};
}
