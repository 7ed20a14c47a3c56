import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { ownCopies } from './copying';
import { chosen, choose } from './db/chosen';
import { dataFolder } from './home';

const KEY = 'copies';

interface Choice {
	folder: string;
	/** It was on another disk than the data when it was chosen. */
	otherDisk: boolean;
}

/** Why a folder cannot take copies. */
export type FolderRefusal =
	'no-folder' | 'not-absolute' | 'not-a-folder' | 'not-writable' | 'fixed';

/** The folder to which copies go. */
export function copiesFolder(): Choice & { chosen: boolean; fixed: boolean } {
	const fixed = process.env.BARAZA_COPIES;
	if (fixed) return { folder: resolve(fixed), otherDisk: false, chosen: true, fixed: true };
	const choice = chosen(KEY) as Choice | null | undefined;
	if (choice) return { ...choice, chosen: true, fixed: false };
	return { folder: ownCopies(dataFolder), otherDisk: false, chosen: false, fixed: false };
}

/**
 * Chooses where copies go; an empty text leads back to the data folder's own.
 * @param typed a path as the facilitator typed it; made where it does not exist
 */
export function chooseFolder(
	typed: string
): { ok: true; sameDisk: boolean } | { ok: false; why: FolderRefusal } {
	if (copiesFolder().fixed) return { ok: false, why: 'fixed' };
	if (typed === '') {
		choose(KEY, null);
		return { ok: true, sameDisk: true };
	}
	if (!isAbsolute(typed)) return { ok: false, why: 'not-absolute' };
	const folder = resolve(typed);
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		if (code === 'EEXIST' || code === 'ENOTDIR') return { ok: false, why: 'not-a-folder' };
		return { ok: false, why: code === 'ENOENT' ? 'no-folder' : 'not-writable' };
	}
	const { writable, sameDisk } = checkFolder(folder);
	if (!writable) return { ok: false, why: 'not-writable' };
	choose(KEY, { folder, otherDisk: !sameDisk } satisfies Choice);
	return { ok: true, sameDisk };
}

/** Whether a folder can be written, and is on the disk the data are on. */
export function checkFolder(folder: string): { writable: boolean; sameDisk: boolean } {
	try {
		accessSync(folder, constants.W_OK);
		return { writable: true, sameDisk: statSync(folder).dev === statSync(dataFolder).dev };
	} catch {
		return { writable: false, sameDisk: true };
	}
}

/**
 * Whether a stick was taken out. Its folder may still be there, empty and on this computer's own
 * disk: what is copied there is on no stick.
 */
export function isGone(folder: string, otherDisk: boolean): boolean {
	if (folder === ownCopies(dataFolder)) return false;
	return !existsSync(folder) || (otherDisk && checkFolder(folder).sameDisk);
}
