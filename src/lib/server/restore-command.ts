import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { examineCopy } from './copying';
import { copyName } from './copy-names';
import { toDisk } from './db/copies';
import { holdFolder, newestMigration } from './db/folder';
import { dataFolder } from './home';

/**
 * `npm run restore -- FILE`: the data folder's database becomes what a copy holds. The present one
 * is put aside under another name. The browsers bring back what the copy lacks.
 * @param args what stands after `--`
 * @returns the exit code
 */
export function restore(args: readonly string[], now: Date, print: (line: string) => void): number {
	const [named] = args;
	const say = (line: string) => (print(line), 1);
	if (!named || args.length > 1) return say('Use: npm run restore -- FILE');
	const file = resolve(named);
	if (!existsSync(file)) return say(`There is no file ${file}.`);
	mkdirSync(dataFolder, { recursive: true });
	const held = holdFolder(dataFolder);
	if (!held.ok)
		return say(
			held.why === 'in-use'
				? `A Baraza is running with the data folder ${dataFolder}. Stop it first (Ctrl+C in its window), then try again. Nothing was changed.`
				: `The data folder ${dataFolder} cannot be written (${held.detail}). Nothing was changed.`
		);
	try {
		return replace(file, now, print);
	} finally {
		held.free();
	}
}

function replace(file: string, now: Date, print: (line: string) => void): number {
	const found = examineCopy(file);
	if (!found.ok) {
		print(
			found.why === 'no-database'
				? `${file} is no copy of a Baraza database (${found.detail}). Nothing was changed.`
				: `${file} is damaged (${found.detail}). Try the copy before it. Nothing was changed.`
		);
		return 1;
	}
	if (found.extent.migration > newestMigration()) {
		print(`${file} was made by a newer Baraza. Use that version. Nothing was changed.`);
		return 1;
	}
	const database = join(dataFolder, 'baraza.sqlite');
	// The server does not start on an empty folder while this file is there: cut short, do it again.
	const part = `${database}.restoring`;
	copyFileSync(file, part);
	toDisk(part);
	const aside = freeName(`${database}.before-${copyName(now).slice(7, -7)}`);
	for (const ending of ['', '-wal', '-shm'])
		if (existsSync(database + ending)) renameSync(database + ending, aside + ending);
	writeFileSync(join(dataFolder, 'restored'), basename(file));
	renameSync(part, database);
	toDisk(dataFolder);
	const { workshops, steps, updates } = found.extent;
	print(`The data folder ${dataFolder} now holds what ${basename(file)} holds:`);
	print(`workshops: ${workshops}, steps: ${steps}, updates of sheets: ${updates}.`);
	if (existsSync(aside)) print(`What was there is in ${aside}.`);
	print('Start with npm start. Open rooms come back by themselves and bring what the copy lacks.');
	return 0;
}

function freeName(wish: string): string {
	for (let n = 1, name = wish; ; name = `${wish}-${++n}`) if (!existsSync(name)) return name;
}
