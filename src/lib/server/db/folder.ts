import { readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { home } from '../home';

/** Where the migrations are. */
export const migrations = join(home, 'drizzle');

/** When the newest migration this program knows was made, ms since 1970. */
export function newestMigration(): number {
	const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as {
		entries: { when: number }[];
	};
	return Math.max(...journal.entries.map((entry) => entry.when));
}

/**
 * Holds a data folder against a second process, while this one lives; the system frees it even
 * after kill -9.
 * @param folder exists
 */
export function holdFolder(
	folder: string
): { ok: true; free: () => void } | { ok: false; why: 'in-use' | 'not-writable'; detail: string } {
	let lock: Database.Database | undefined;
	try {
		lock = new Database(join(folder, 'lock.sqlite'), { timeout: 0 });
		lock.pragma('journal_mode = DELETE');
		lock.exec('BEGIN EXCLUSIVE');
		const { close } = lock;
		return { ok: true, free: close.bind(lock) };
	} catch (error) {
		lock?.close();
		const { code = String(error) } = error as { code?: string };
		const busy = code.startsWith('SQLITE_BUSY');
		return { ok: false, why: busy ? 'in-use' : 'not-writable', detail: code };
	}
}

/** Folders whose content a program carries elsewhere, as they are called. */
const SYNCED =
	/^(?:OneDrive\b.*|Dropbox\b.*|Google ?Drive\b.*|GoogleDrive.*|My Drive|iCloud ?Drive|Mobile Documents|CloudStorage|Nextcloud|ownCloud|pCloud ?Drive|Box|Box Sync|Syncthing)$/i;

/** File systems that are another computer's: NFS, SMB (three numbers), Coda, AFS. Linux, statfs(2). */
const NETWORK = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x73757245, 0x5346414f]);

/**
 * Whether a folder is carried to another computer, or is there: SQLite's locks do not hold across
 * (https://sqlite.org/howtocorrupt.html, 2.1), and what syncs copies half a database.
 * @param folder an absolute path of any system
 * @returns the part of the path that says so, or `network`
 */
export function carriedElsewhere(folder: string): string | undefined {
	if (/^(?:\\\\|\/\/)[^\\/?.]/.test(folder)) return 'network';
	const name = folder.split(/[\\/]/).find((part) => SYNCED.test(part));
	if (name) return name;
	try {
		return NETWORK.has(statfsSync(folder).type >>> 0) ? 'network' : undefined;
	} catch {
		return undefined;
	}
}
