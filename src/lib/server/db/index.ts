import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { building } from '$app/environment';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { CannotStart, dataFolder, home } from '../home';

const migrations = join(home, 'drizzle');

/** Held while the process lives; the system frees it even after kill -9. */
let lock: Database.Database | undefined;

function prepareFolder(): void {
	try {
		mkdirSync(dataFolder, { recursive: true });
		lock = new Database(join(dataFolder, 'lock.sqlite'), { timeout: 0 });
		lock.pragma('journal_mode = DELETE');
		lock.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		const code = (error as { code?: string }).code ?? '';
		if (code.startsWith('SQLITE_BUSY'))
			throw new CannotStart(
				`Another Baraza is already running with the data folder ${dataFolder}. Stop it first, or choose another folder with BARAZA_DATA.`
			);
		throw new CannotStart(
			`The data folder ${dataFolder} cannot be written (${code || String(error)}). Choose another with BARAZA_DATA, or give this user the right to write there.`
		);
	}
}

function open(): Database.Database {
	if (building) return new Database(':memory:');
	prepareFolder();
	const file = join(dataFolder, 'baraza.sqlite');
	try {
		const client = new Database(file);
		client.pragma('journal_mode = WAL');
		client.pragma('synchronous = FULL'); // in WAL the default is NORMAL: a dead battery would lose commits
		client.pragma('foreign_keys = ON');
		const state = client.pragma('quick_check(1)', { simple: true });
		if (state !== 'ok') throw new Error(String(state));
		return client;
	} catch (error) {
		throw new CannotStart(
			`The database ${file} is damaged (${(error as Error).message}). Put it aside and start again, or bring back a copy.`
		);
	}
}

/** Refuses a database that a later Baraza has changed: this one would not understand it. */
function refuseNewer(client: Database.Database): void {
	const table = client
		.prepare(`select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'`)
		.get();
	if (!table) return;
	const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as {
		entries: { when: number }[];
	};
	const known = Math.max(...journal.entries.map((entry) => entry.when));
	const { last } = client
		.prepare(`select max(created_at) as last from __drizzle_migrations`)
		.get() as { last: number | null };
	if (last !== null && last > known)
		throw new CannotStart(
			`The database in ${dataFolder} was made by a newer Baraza. Start that version, or choose another folder with BARAZA_DATA. Nothing was changed.`
		);
}

const client = open();
if (!building) refuseNewer(client);

/** The one handle. Its SQL stays in this folder. */
export const db = drizzle(client, { casing: 'snake_case' });

if (!building) migrate(db, { migrationsFolder: migrations });

/** Something that queries: the handle or a transaction on it. */
export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0];

/**
 * Statements that run all the time, prepared at their first use and then kept: while the app is
 * built there are no tables to prepare them for.
 */
export function once<Prepared>(prepare: () => Prepared): () => Prepared {
	let kept: Prepared | undefined;
	return () => (kept ??= prepare());
}

/** Closes the database and frees the folder. */
export function close(): void {
	client.close();
	lock?.close();
}

/** @returns true once the database answers. */
export function answers(): boolean {
	try {
		// from the file, not from thin air
		return client.prepare('select count(*) from setting').pluck().get() !== undefined;
	} catch {
		return false;
	}
}

/** About what the next minutes bring, bytes: a disk that takes this has room again. */
const TRIAL = 64 * 1024;

/**
 * Writes something to the disk and takes it out again.
 * @throws what SQLite says where the disk takes nothing
 */
export function tryWriting(): void {
	client.transaction(() => {
		client
			.prepare(`insert into setting (key, value) values ('trial', json_quote(hex(zeroblob(?))))`)
			.run(TRIAL / 2);
		client.prepare(`delete from setting where key = 'trial'`).run();
	})();
}
