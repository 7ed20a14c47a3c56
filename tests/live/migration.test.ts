import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ServerChild } from '../faults/child';
import { patience } from '../faults/patience';
import { contentOf, firstEdition } from '../fixtures/database';

let data: string;
beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), 'baraza-migration-'));
});
afterEach(() => rmSync(data, { recursive: true, maxRetries: 5 }));

const file = () => join(data, 'baraza.sqlite');

/** The production server on that folder, until it answered once. */
async function startOnce(): Promise<void> {
	await using server = await new ServerChild({ BARAZA_DATA: data }).start();
	expect((await fetch(`${server.origin}/healthz`)).ok).toBe(true);
}

test('A9: a database of 0.1 opens with the same content, and is copied first', async () => {
	firstEdition(data, 50);
	const before = contentOf(file());
	await startOnce();
	expect(contentOf(file())).toEqual(before);
	const [copy = ''] = readdirSync(join(data, 'copies')).filter((name) => name.endsWith('.sqlite'));
	expect(contentOf(join(data, 'copies', copy))).toEqual(before);
	const old = new Database(join(data, 'copies', copy), { readonly: true });
	const columns = old.prepare(`select name from pragma_table_info('update')`).pluck().all();
	old.close();
	expect(columns).not.toContain('hash');
});

test('A9: killed while it changes a large database of 0.1, the next start finds it as it was and ends it', async () => {
	const rows = 60_000;
	firstEdition(data, rows);
	const child = spawn(process.execPath, ['server.js'], {
		env: { ...process.env, BARAZA_DATA: data, HOST: '127.0.0.1', PORT: '0', VITEST: '' },
		stdio: 'ignore'
	});
	const over = new Promise((done) => child.once('exit', done));
	// Its log grows by the table that is being written anew.
	const wal = `${file()}-wal`;
	await patience(
		() => existsSync(wal) && statSync(wal).size > 1e6,
		30_000,
		() => 'The migration never began.'
	);
	child.kill('SIGKILL');
	await over;
	const db = new Database(file());
	const columns = db.prepare(`select name from pragma_table_info('update')`).pluck().all();
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	expect(db.prepare('select count(*) from "update"').pluck().get()).toBe(rows);
	db.close();
	expect(columns, 'it was killed in the middle').not.toContain('hash');
	await startOnce();
	expect(contentOf(file()).get('update')?.length).toBe(rows);
	const after = new Database(file(), { readonly: true });
	expect(after.prepare(`select name from pragma_table_info('update')`).pluck().all()).toContain(
		'hash'
	);
	after.close();
});
