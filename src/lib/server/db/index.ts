import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { building } from '$app/environment';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { makeCopy, newestGoodCopy, ownCopies } from '../copying';
import { CannotStart, dataFolder } from '../home';
import { carriedElsewhere, holdFolder, migrations, newestMigration } from './folder';

const file = join(dataFolder, 'baraza.sqlite');

/** Another program that holds the database longer than this makes a step fail; in ms. Everybody waits meanwhile. */
const PATIENCE = 1000;

let free: (() => void) | undefined;

function prepareFolder(): void {
	try {
		mkdirSync(dataFolder, { recursive: true });
	} catch (error) {
		throw notWritable((error as { code?: string }).code ?? String(error));
	}
	const elsewhere = process.env.BARAZA_ANY_FOLDER ? undefined : carriedElsewhere(dataFolder);
	if (elsewhere)
		throw new CannotStart(
			`The data folder ${dataFolder} is ${elsewhere === 'network' ? 'on another computer' : `kept in step with other computers (${elsewhere})`}: a database is damaged there. Choose a folder of this computer alone with BARAZA_DATA. If you know that nothing touches it, start with BARAZA_ANY_FOLDER=1.`
		);
	const held = holdFolder(dataFolder);
	if (!held.ok && held.why === 'in-use')
		throw new CannotStart(
			`Another Baraza is already running with the data folder ${dataFolder}. Stop it first, or choose another folder with BARAZA_DATA.`
		);
	if (!held.ok) throw notWritable(held.detail);
	({ free } = held);
	if (!existsSync(file) && existsSync(`${file}.restoring`))
		throw new CannotStart(
			`Bringing back a copy was cut short in ${dataFolder}. Do it again: npm run restore -- FILE. Nothing is lost.`
		);
}

function notWritable(code: string): CannotStart {
	return new CannotStart(
		`The data folder ${dataFolder} cannot be written (${code}). Choose another with BARAZA_DATA, or give this user the right to write there.`
	);
}

function open(): Database.Database {
	if (building) return new Database(':memory:');
	prepareFolder();
	try {
		const client = new Database(file, { timeout: PATIENCE });
		client.pragma('journal_mode = WAL');
		client.pragma('synchronous = FULL'); // in WAL the default is NORMAL: a dead battery would lose commits
		// 16 MB: with SQLite's own 4 MB three hundred people have it copied back every two seconds
		client.pragma('wal_autocheckpoint = 4000');
		client.pragma('foreign_keys = ON');
		const state = client.pragma('quick_check(1)', { simple: true });
		if (state !== 'ok') throw new Error(String(state));
		return client;
	} catch (error) {
		free?.();
		if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
			throw new CannotStart(
				`Another program holds the database ${file}. Close it (a database viewer, a virus scanner, a backup), then start again.`
			);
		const copy = newestGoodCopy(dataFolder);
		throw new CannotStart(
			`The database ${file} is damaged (${(error as Error).message}). ` +
				(copy
					? `The newest good copy is ${copy}. Begin again from it: npm run restore -- "${copy}". The damaged one is put aside, and open rooms bring what the copy lacks.`
					: `There is no good copy in ${ownCopies(dataFolder)}. If you have one on a stick: npm run restore -- FILE. If not, put the database aside and start again.`)
		);
	}
}

/**
 * Refuses a database that a later Baraza has changed: this one would not understand it. One of an
 * earlier Baraza is copied first: a way back to the earlier program.
 */
function meetMigrations(client: Database.Database): void {
	const table = client
		.prepare(`select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'`)
		.get();
	if (!table) return;
	const { last } = client
		.prepare(`select max(created_at) as last from __drizzle_migrations`)
		.get() as { last: number | null };
	if (last === null || last === newestMigration()) return;
	if (last > newestMigration())
		throw new CannotStart(
			`The database in ${dataFolder} was made by a newer Baraza. Start that version, or choose another folder with BARAZA_DATA. Nothing was changed.`
		);
	makeCopy(dataFolder, ownCopies(dataFolder), new Date());
}

const client = open();
if (!building) meetMigrations(client);

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
	free?.();
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
