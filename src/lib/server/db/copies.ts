import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

// Reached without the app too, by `npm run backup` and `npm run restore`: it opens files by name
// and knows nothing of the one handle.

/** How much a database holds, in numbers that only grow. */
export interface Extent {
	workshops: number;
	/** Steps of all workshops together. */
	steps: number;
	/** Rows of all sheets' logs together, packed ones too. */
	updates: number;
	/** When its newest migration was made, ms since 1970. */
	migration: number;
}

/** What a file turned out to be. */
export type Examined =
	{ ok: true; extent: Extent } | { ok: false; why: 'no-database' | 'damaged'; detail: string };

function extentOf(db: Database.Database): Extent {
	return db
		.prepare(
			`select
				(select count(*) from workshop) as workshops,
				(select coalesce(sum(version), 0) from workshop) as steps,
				(select coalesce(sum(seq), 0) from sheet) as updates,
				(select coalesce(max(created_at), 0) from __drizzle_migrations) as migration`
		)
		.get() as Extent;
}

/**
 * Reads a database file from end to end, as SQLite checks it.
 * @param file a path; nothing in it is changed
 */
export function examine(file: string): Examined {
	let db: Database.Database | undefined;
	try {
		db = new Database(file, { readonly: true, fileMustExist: true });
		const state = String(db.pragma('integrity_check(1)', { simple: true }));
		if (state !== 'ok') return { ok: false, why: 'damaged', detail: state };
		if (db.pragma('foreign_key_check', { simple: true }) !== undefined)
			return { ok: false, why: 'damaged', detail: 'rows belong to nothing' };
		return { ok: true, extent: extentOf(db) };
	} catch (error) {
		const { code = '', message } = error as Error & { code?: string };
		const none = /NOTADB|CANTOPEN/.test(code) || /no such table/.test(message);
		return { ok: false, why: none ? 'no-database' : 'damaged', detail: message };
	} finally {
		db?.close();
	}
}

/**
 * Writes all that is committed in a database into a new file, while others read and write it.
 * `VACUUM INTO` reads one moment of it; a second after the first half of a copy is no part of it.
 * @param to must not exist
 * @returns what the database held before: the copy holds at least that
 * @throws what SQLite or the system says
 */
export function vacuumInto(from: string, to: string): Extent {
	const db = new Database(from, { readonly: true, fileMustExist: true, timeout: 10_000 });
	try {
		const extent = extentOf(db);
		db.prepare('vacuum into ?').run(to);
		return extent;
	} finally {
		db.close();
	}
}

/** The sha256 of a file as hexadecimal digits: it tells a copy from one in which a bit has turned. */
export function hashOf(file: string): string {
	const hash = createHash('sha256');
	const chunk = Buffer.alloc(1024 * 1024);
	const opened = openSync(file, 'r');
	try {
		for (let at = 0, end = statSync(file).size; at < end;) {
			const read = readSync(opened, chunk, 0, chunk.length, at);
			if (read === 0) break;
			hash.update(chunk.subarray(0, read));
			at += read;
		}
	} finally {
		closeSync(opened);
	}
	return hash.digest('hex');
}

/** Has the system put a file, or a folder's list of names, on the disk. */
export function toDisk(path: string): void {
	// Windows opens no folders: there a rename is on the disk by itself.
	const folder = statSync(path).isDirectory();
	if (folder && process.platform === 'win32') return;
	const opened = openSync(path, folder ? 'r' : 'r+');
	try {
		fsyncSync(opened);
	} finally {
		closeSync(opened);
	}
}
