import { resolve } from 'node:path';
import { makeCopy, ownCopies, type Copied, type CopyTrouble } from './copying';
import { dataFolder } from './home';

const usage = 'Use: npm run backup   or: npm run backup -- --to FOLDER';

const sentences: Record<CopyTrouble, (folder: string, detail: string) => string> = {
	'no-database': (_, detail) => `There is nothing to copy yet: ${detail} does not exist.`,
	'folder-gone': (folder) => `There is no folder ${folder}. Is the stick in? Name one that exists.`,
	'not-writable': (folder) => `The folder ${folder} cannot be written. Name another.`,
	'no-room': (folder) => `There is no room in ${folder}. Make some, or name another folder.`,
	damaged: (_, detail) =>
		`The copy does not pass its check (${detail}). The database is damaged, or the disk it went to.`,
	failed: (_, detail) => `The copy could not be made (${detail}).`
};

/**
 * `npm run backup -- …`.
 * @param args what stands after `--`
 * @returns the exit code, and for the server that runs it what became of the copy
 */
export function backup(
	args: readonly string[],
	now: Date,
	print: (line: string) => void
): { code: number; copied?: Copied } {
	const [option, to] = args;
	if (args.length && (option !== '--to' || !to || args.length > 2)) {
		print(usage);
		return { code: 1 };
	}
	const folder = to === undefined ? ownCopies(dataFolder) : resolve(to);
	const copied = makeCopy(dataFolder, folder, now);
	if (!copied.ok) print(sentences[copied.why](folder, copied.detail));
	else {
		const { file, bytes, workshops } = copied;
		print(`Copied and checked: ${file} (${(bytes / 1e6).toFixed(1)} MB, workshops: ${workshops}).`);
		print(`To begin again from it: stop the server, then npm run restore -- "${file}"`);
	}
	return { code: copied.ok ? 0 : 1, copied };
}
