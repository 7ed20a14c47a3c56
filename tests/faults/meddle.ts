/**
 * Loaded into a server by `--import`, before anything else: on SIGUSR2 it does to the process what
 * a file orders. Nothing in the product knows of it.
 */
import { readFileSync, rmSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';
import type { Orders } from './meddled';

const { now } = Date;
let shift = 0;

Date.now = () => now() + shift;
globalThis.Date = new Proxy(Date, {
	construct: (made, args, target) =>
		Reflect.construct(made, args.length ? args : [now() + shift], target) as object
});

let free: number | null = null;
const { statfs } = fs;
fs.statfs = (async (path: string) => {
	const seen = await statfs(path);
	return free === null ? seen : Object.assign(seen, { bavail: Math.floor(free / seen.bsize) });
}) as typeof statfs;
syncBuiltinESMExports();

const open = new Set<Database.Database>();
const { prepare } = Database.prototype;
Database.prototype.prepare = function (this: Database.Database, sql: string) {
	if (this.name.endsWith('baraza.sqlite')) open.add(this);
	return prepare.call(this, sql);
} as typeof prepare;

process.on('SIGUSR2', () => {
	const file = process.env.BARAZA_TEST_ORDERS ?? '';
	const orders = JSON.parse(readFileSync(file, 'utf8')) as Orders;
	shift = orders.shift ?? shift;
	if (orders.free !== undefined) ({ free } = orders);
	if (orders.pages !== undefined)
		for (const db of open) {
			const pages = Number(db.pragma('page_count', { simple: true }));
			db.pragma(`max_page_count = ${orders.pages === null ? 1_000_000_000 : pages + orders.pages}`);
		}
	rmSync(file);
});
