import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkFolder, copiesFolder, isGone } from './copy-folder';
import { copiesIn, ownCopies, type Copied, type Copy, type CopyTrouble } from './copying';
import { noteRestored, openWorkshops, sheetCount } from './db/activity';
import { dataFolder, home } from './home';
import { log } from './log';
import { here } from './present';

const MINUTE = 60_000;

/** How often a copy is made while a workshop runs, ms; 0: never. */
const EVERY = Number(process.env.BARAZA_COPY_MINUTES ?? 5) * MINUTE;

/** How often somebody looks whether one is due, and the shortest time between two, ms. */
const LOOK = Math.min(10_000, EVERY / 2);
const APART = Math.min(30_000, EVERY);

/** A copy that takes longer never ends: the stick does not answer. ms */
const PATIENCE = 2 * MINUTE;

let running: ChildProcess | undefined;
/** By a clock that no facilitator can set. */
let triedAt = 0;
let sheets = 0;
let trouble: CopyTrouble | null = null;

/** What a facilitator is told of the copies. */
export interface Copies {
	/** Where they go. */
	folder: string;
	/** Somebody chose it; otherwise it is the data folder's own. */
	chosen: boolean;
	/** It cannot be changed here: the server was started with BARAZA_COPIES. */
	fixed: boolean;
	/** On the disk the data are on: that disk's end is theirs too. */
	sameDisk: boolean;
	/** Minutes between two while a workshop runs; 0: none are made by themselves. */
	every: number;
	/** The newest ones, wherever they are. */
	latest: Copy[];
	/** Why the last one did not come to be where it should. */
	trouble: CopyTrouble | null;
}

/** Whether the last copy did not come to be where it should. */
export const copiesFail = (): boolean => trouble !== null;

/** The copies as of now. */
export function copies(): Copies {
	const { folder, chosen, fixed } = copiesFolder();
	const found = [...new Set([folder, ownCopies(dataFolder)])].flatMap(copiesIn);
	return {
		folder,
		chosen,
		fixed,
		sameDisk: checkFolder(folder).sameDisk,
		every: EVERY / MINUTE,
		latest: found.sort((a, b) => b.at - a.at).slice(0, 12),
		trouble
	};
}

/** Makes a copy now, in a process of its own. One that is under way is waited for. */
export async function copyNow(): Promise<Copied> {
	triedAt = performance.now();
	sheets = sheetCount();
	const own = ownCopies(dataFolder);
	const { folder, otherDisk } = copiesFolder();
	let copied: Copied = isGone(folder, otherDisk)
		? { ok: false, why: 'folder-gone', detail: folder }
		: await copyTo(folder);
	trouble = copied.ok ? null : copied.why;
	if (!copied.ok) {
		log.warn({ copy: copied.why, detail: copied.detail });
		if (folder !== own && copied.why !== 'damaged') copied = await copyTo(own);
	}
	return copied;
}

function copyTo(folder: string): Promise<Copied> {
	return new Promise((done) => {
		const child = fork(join(home, 'backup.js'), ['--to', folder], {
			execArgv: [],
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
			env: { ...process.env, BARAZA_DATA: dataFolder }
		});
		let said = '';
		let copied: Copied | undefined;
		running = child;
		const end = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
		child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
		child.once('message', (message: Copied) => (copied = message));
		child.once('error', (error) => (said += error.message));
		child.once('close', () => {
			clearTimeout(end);
			if (running === child) running = undefined;
			done(copied ?? { ok: false, why: 'failed', detail: said });
		});
	});
}

function isDue(): boolean {
	const since = performance.now() - triedAt;
	if (running || since < APART) return false;
	if (sheetCount() > sheets) return true;
	if (since < EVERY) return false;
	return openWorkshops().some(({ id, runs }) => runs || here(id).length > 0);
}

/**
 * Makes copies from now on while a workshop runs: every few minutes, and soon after an exercise
 * was opened for the first time, because browsers can bring back what a sheet lacks but not a sheet.
 * @returns ends it
 */
export function keepCopying(): () => void {
	welcomeCopy();
	triedAt = performance.now();
	sheets = sheetCount();
	if (!EVERY) return () => undefined;
	const look = () => {
		if (isDue()) copyNow().catch((error) => log.error(error));
	};
	const timer = setInterval(look, LOOK);
	return () => {
		clearInterval(timer);
		running?.kill('SIGKILL');
	};
}

/** Tells the log and the browsers, once, that this database is a copy that was brought back. */
function welcomeCopy(): void {
	const mark = join(dataFolder, 'restored');
	if (!existsSync(mark)) return;
	noteRestored(readFileSync(mark, 'utf8'), Date.now());
	rmSync(mark);
}
