import {
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	statfsSync,
	writeFileSync
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copiesAmong, copyName, tooMany } from './copy-names';
import { examine, hashOf, toDisk, vacuumInto, type Examined } from './db/copies';

// Without the app: also what `npm run backup` runs, and the server in a process of its own, where
// neither a long read nor a stick that was pulled out holds up anybody's writing.

/** Why no copy was made. */
export type CopyTrouble =
	| 'no-database' // nothing to copy yet
	| 'folder-gone' // the stick was taken out
	| 'not-writable'
	| 'no-room'
	| 'damaged' // what was written does not pass its check, or the database itself does not
	| 'failed';

/** What became of making a copy. */
export type Copied =
	| { ok: true; file: string; bytes: number; workshops: number }
	| { ok: false; why: CopyTrouble; detail: string };

/** Left free on a disk beside a copy: the workshop itself goes on there. In bytes. */
const SPARE = 64 * 1024 * 1024;

/** Where copies go when nobody chose a folder. */
export const ownCopies = (data: string) => join(data, 'copies');

/** A small file that says where the newest copy is, for when the database cannot say it. */
const pointer = (data: string) => join(data, 'newest-copy');

/**
 * Copies a data folder's database into a folder under the minute's name: whole, checked and on
 * the disk before it has that name, with its sha256 beside it. Copies that have served go.
 * @param folder exists; {@link ownCopies} is made
 */
export function makeCopy(data: string, folder: string, now: Date): Copied {
	const database = join(data, 'baraza.sqlite');
	if (!existsSync(database)) return { ok: false, why: 'no-database', detail: database };
	if (folder === ownCopies(data)) mkdirSync(folder, { recursive: true });
	if (!existsSync(folder)) return { ok: false, why: 'folder-gone', detail: folder };
	const target = join(folder, copyName(now));
	const part = `${target}.part`;
	try {
		for (const name of readdirSync(folder))
			if (/^baraza-.*\.sqlite\.part$/.test(name)) rmSync(join(folder, name));
		if (free(folder) < statSync(database).size + SPARE)
			return { ok: false, why: 'no-room', detail: folder };
		const had = vacuumInto(database, part);
		toDisk(part);
		const found = examine(part);
		if (!found.ok) return { ok: false, why: 'damaged', detail: found.detail };
		const { steps, updates, workshops } = found.extent;
		if (steps < had.steps || updates < had.updates)
			return { ok: false, why: 'damaged', detail: 'it holds less than the database' };
		settle(part, target);
		writeFileSync(pointer(data), target);
		for (const name of tooMany(readdirSync(folder)))
			for (const ending of ['', '.sha256']) rmSync(join(folder, name + ending), { force: true });
		return { ok: true, file: target, bytes: statSync(target).size, workshops };
	} catch (error) {
		return { ok: false, ...troubleOf(error as NodeJS.ErrnoException) };
	} finally {
		rmSync(part, { force: true });
	}
}

/** Gives a finished copy its name. Killed at any point, no copy stands beside another's sha256. */
function settle(part: string, target: string): void {
	const seal = `${target}.sha256`;
	const hash = hashOf(part);
	// It holds the list of names; sticks often know no rights.
	if (process.platform !== 'win32') chmodSync(part, 0o600);
	rmSync(seal, { force: true });
	renameSync(part, target);
	writeFileSync(seal, `${hash}  ${basename(target)}\n`);
	toDisk(seal);
	toDisk(dirname(target));
}

function free(folder: string): number {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

function troubleOf({ code = '', message }: NodeJS.ErrnoException) {
	const why: CopyTrouble = /ENOSPC|SQLITE_FULL/.test(code)
		? 'no-room'
		: /EACCES|EPERM|EROFS|READONLY/.test(code)
			? 'not-writable'
			: /CORRUPT|NOTADB/.test(code)
				? 'damaged'
				: /ENOENT|ENOTDIR|CANTOPEN|EIO|IOERR/.test(code)
					? 'folder-gone'
					: 'failed';
	return { why, detail: message };
}

/** A copy that lies in a folder. */
export interface Copy {
	file: string;
	bytes: number;
	/** When it was made, ms since 1970, as the file says. */
	at: number;
}

/** The copies of a folder, the newest first; none where the folder is gone. */
export function copiesIn(folder: string): Copy[] {
	const names = existsSync(folder) ? readdirSync(folder) : [];
	return copiesAmong(names).map((name) => {
		const { size, mtimeMs } = statSync(join(folder, name));
		return { file: join(folder, name), bytes: size, at: mtimeMs };
	});
}

/** Examines a copy: the bytes as they were written, and the database in them. */
export function examineCopy(file: string): Examined {
	const seal = `${file}.sha256`;
	if (existsSync(seal) && existsSync(file) && !readFileSync(seal, 'utf8').startsWith(hashOf(file)))
		return { ok: false, why: 'damaged', detail: 'it is not what was written' };
	return examine(file);
}

/** The newest copy of a data folder that passes its check, wherever copies went. */
export function newestGoodCopy(data: string): string | undefined {
	const last = existsSync(pointer(data)) ? [dirname(readFileSync(pointer(data), 'utf8'))] : [];
	const folders = [...new Set([ownCopies(data), ...last])];
	const copies = folders.flatMap((folder) => copiesIn(folder).map(({ file }) => file));
	copies.sort((a, b) => (basename(a) < basename(b) ? 1 : -1));
	return copies.find((file) => examineCopy(file).ok);
}
