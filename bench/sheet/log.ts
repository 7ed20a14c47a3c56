import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as Y from 'yjs';
import { random } from '../../src/lib/teams/random';

const LETTERS = 'etaoinshrdlucmfwypvbgk ';

/** What six people typed: runs of 1 to 8 letters, each an update. */
export function typed(count: number): Uint8Array[] {
	const next = random(1);
	const people = Array.from({ length: 6 }, () => new Y.Doc());
	const updates: Uint8Array[] = [];
	for (const [at, doc] of people.entries()) {
		doc.clientID = 10_000 + at;
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === 'mate') return;
			updates.push(update);
			for (const mate of people) if (mate !== doc) Y.applyUpdate(mate, update, 'mate');
		});
	}
	while (updates.length < count) {
		const at = Math.floor(next() * people.length);
		const text = people[at]?.getText(at % 2 ? 'notes|text' : 'answer/who-signs|reason');
		const length = 1 + Math.floor(next() * 8);
		const run = Array.from({ length }, () => LETTERS[Math.floor(next() * LETTERS.length)]);
		text?.insert(text.length, run.join(''));
	}
	return updates;
}

/** Puts updates into the logs of sheets, while the server is down. */
export function fill(
	data: string,
	sheets: readonly string[],
	updates: readonly Uint8Array[]
): void {
	const file = new Database(join(data, 'baraza.sqlite'));
	const row = file.prepare(
		'insert into "update" (sheet, seq, by, at, bytes) values (?, ?, ?, ?, ?)'
	);
	file.transaction(() => {
		for (const sheet of sheets) {
			updates.forEach((bytes, at) => row.run(sheet, at + 1, 'bench', Date.now(), bytes));
			file.prepare('update sheet set seq = ? where id = ?').run(updates.length, sheet);
		}
	})();
	file.close();
}

/** The snapshot that a server would have made after so many rows. */
export function snapshot(data: string, sheet: string, updates: readonly Uint8Array[]): void {
	const doc = new Y.Doc();
	doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
	const file = new Database(join(data, 'baraza.sqlite'));
	file
		.prepare('insert into snapshot (sheet, seq, bytes) values (?, ?, ?)')
		.run(sheet, updates.length, Y.encodeStateAsUpdate(doc));
	file.close();
}
