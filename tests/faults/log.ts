import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as Y from 'yjs';
import { unpackBlock } from '../../src/lib/server/db/block';

/** A sheet as the database has it, made again from nothing but its log. */
export interface LoggedSheet {
	doc: Y.Doc;
	/** Rows of the log. */
	rows: number;
}

/** What stands on the disk. */
export interface Disk {
	/** `ok`, or what SQLite's own check found. */
	integrity: string;
	sheets: Map<string, LoggedSheet>;
}

type Packed = { sheet: string; seq: number; bytes: Uint8Array };

/**
 * Reads the database past the program, while it runs or after it was killed.
 * @param data the server's data folder
 */
export function readDisk(data: string): Disk {
	const db = new Database(join(data, 'baraza.sqlite'), { readonly: true });
	try {
		const integrity = String(db.pragma('integrity_check', { simple: true }));
		const blocks = db
			.prepare('select sheet, from_seq as seq, bytes from update_block order by sheet, from_seq')
			.all() as Packed[];
		const rows = db
			.prepare('select sheet, bytes from "update" order by sheet, seq')
			.all() as Packed[];
		const packed = blocks.flatMap((one) => unpackBlock(one.bytes, one.sheet, one.seq));
		const sheets = new Map<string, LoggedSheet>();
		for (const { sheet, bytes } of [...packed, ...rows]) {
			const logged = sheets.get(sheet) ?? { doc: new Y.Doc(), rows: 0 };
			Y.applyUpdate(logged.doc, bytes);
			logged.rows++;
			sheets.set(sheet, logged);
		}
		return { integrity, sheets };
	} finally {
		db.close();
	}
}
