import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test, vi } from 'vitest';

const folders: string[] = [];
function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'baraza-start-'));
	folders.push(path);
	return path;
}

/** Opens the database as the server does at its start, with this data folder. */
async function start(data: string): Promise<{ close(): void }> {
	vi.resetModules();
	process.env.BARAZA_DATA = data;
	return import('../../src/lib/server/db');
}

const opened: { close(): void }[] = [];
afterEach(() => {
	opened.splice(0).forEach((db) => db.close());
	for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

describe('the start', () => {
	test('makes the database, in WAL, with foreign keys and every commit on the disk', async () => {
		const data = folder();
		opened.push(await start(data));
		const file = new Database(join(data, 'baraza.sqlite'), { readonly: true });
		expect(file.pragma('journal_mode', { simple: true })).toBe('wal');
		expect(file.prepare('select count(*) as n from __drizzle_migrations').get()).toMatchObject({
			n: expect.any(Number)
		});
		file.close();
	});
	test('a second time finds what is there', async () => {
		const data = folder();
		(await start(data)).close();
		opened.push(await start(data));
	});
	test('refuses a database of a newer Baraza with a sentence, and does not touch it', async () => {
		const data = folder();
		(await start(data)).close();
		const file = new Database(join(data, 'baraza.sqlite'));
		file
			.prepare(`insert into __drizzle_migrations (hash, created_at) values ('later', ?)`)
			.run(Date.now() * 2);
		file.close();
		await expect(start(data)).rejects.toThrow(
			/made by a newer Baraza.*BARAZA_DATA.*Nothing was changed/
		);
	});
	test('refuses a folder that cannot be written, and says what to do', async () => {
		const file = join(folder(), 'plain-file');
		writeFileSync(file, '');
		await expect(start(join(file, 'data'))).rejects.toThrow(/cannot be written.*BARAZA_DATA/);
	});
	test('refuses a folder that another Baraza uses', async () => {
		const data = folder();
		opened.push(await start(data));
		await expect(start(data)).rejects.toThrow(/Another Baraza is already running/);
	});
	test('refuses a damaged database with a sentence', async () => {
		const data = folder();
		mkdirSync(data, { recursive: true });
		writeFileSync(join(data, 'baraza.sqlite'), 'no database at all'.repeat(1000));
		await expect(start(data)).rejects.toThrow(/is damaged/);
	});
});
