import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { withIds } from '../scenario/fix';
import type { Problem } from '../scenario/scenario';
import { template } from '../scenario/template';
import { scenarioFolders, type Folder } from './files';
import { glossaryAt, readingAt, shippedTools, toolboxAt } from './reading';

/** What the command needs from outside, so that tests can give their own. */
export interface Surroundings {
	/** The scenarios folder when none is named. */
	scenarios: string;
	/** The scenarios folder that comes with the program. */
	program: string;
	/** Today as ISO date. */
	today: string;
	print(line: string): void;
}

const usage = 'Use: npm run scenario -- check [--fix] [FOLDER]…   or: npm run scenario -- new SLUG';

async function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false
	);
}

/** A folder that holds `scenario.md`, or nothing that could be a scenario, is one scenario. */
async function scenariosAt(path: string): Promise<{ root: string; folders: Folder[] }> {
	const inside = await readdir(path);
	const folders = await scenarioFolders(path);
	const one = inside.includes('scenario.md') || (!folders.length && !inside.includes('toolbox'));
	return one
		? { root: dirname(path), folders: [{ slug: basename(path), path }] }
		: { root: path, folders };
}

function print(problems: readonly Problem[], folder: string, { print }: Surroundings): void {
	for (const { file, line, message, hint } of problems)
		print(`${relative(process.cwd(), join(folder, file))}:${line}: ${message} Hint: ${hint}`);
}

async function writeIds(folder: Folder, missing: { line: number; id: string }[]): Promise<void> {
	const file = join(folder.path, 'scenario.md');
	const text = await readFile(file, 'utf8');
	await writeFile(file, withIds(text, missing));
}

async function check(paths: string[], fix: boolean, around: Surroundings): Promise<number> {
	const all: Problem[] = [];
	let scenarios = 0;
	for (const path of paths.map((each) => resolve(each))) {
		if (!(await isFolder(path))) {
			around.print(`There is no folder ${path}.`);
			return 1;
		}
		const { root, folders } = await scenariosAt(path);
		const shipped = await shippedTools(root, around.program);
		if (root === path) {
			for (const [name, read] of [
				['toolbox', toolboxAt],
				['glossary', glossaryAt]
			] as const) {
				const folder = join(root, name);
				const { problems } = await read(folder);
				print(problems, folder, around);
				all.push(...problems);
			}
		}
		for (const folder of folders) {
			const { problems, missing, scenario } = await readingAt(folder, shipped);
			print(problems, folder.path, around);
			all.push(...problems);
			scenarios++;
			if (fix && scenario && missing.length) {
				await writeIds(folder, missing);
				around.print(`${folder.slug}: ids written: ${missing.length}`);
			}
		}
	}
	const count = (level: Problem['level']) => all.filter((each) => each.level === level).length;
	const [unusable, sealed, advice] = [count('unusable'), count('sealed'), count('advice')];
	around.print(
		`Scenarios: ${scenarios}. Cannot be used: ${unusable}. Sealed: ${sealed}. Advice: ${advice}.`
	);
	return unusable + sealed > 0 ? 1 : 0;
}

async function create(slug: string, around: Surroundings): Promise<number> {
	if (!/^[a-z0-9][a-z0-9-]*$/.test(slug)) {
		around.print('Name it in small letters, digits and hyphens, such as two-shores.');
		return 1;
	}
	const folder = join(resolve(around.scenarios), slug);
	if (await isFolder(folder)) {
		around.print(`There is already a folder ${folder}.`);
		return 1;
	}
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'scenario.md'), template(slug, around.today));
	around.print(`Written: ${relative(process.cwd(), join(folder, 'scenario.md'))}`);
	return 0;
}

/**
 * `npm run scenario -- …`.
 * @param args what stands after `--`
 * @returns the exit code: 0 clean, 1 when anything cannot be used or is sealed, or was not done
 */
export async function scenario(args: readonly string[], around: Surroundings): Promise<number> {
	const [command, ...rest] = args;
	const named = rest.filter((arg) => !arg.startsWith('--'));
	const flags = rest.filter((arg) => arg.startsWith('--'));
	if (command === 'check' && flags.every((flag) => flag === '--fix'))
		return check(named.length ? named : [around.scenarios], flags.length > 0, around);
	if (command === 'new' && named.length === 1 && !flags.length) return create(named[0]!, around);
	around.print(usage);
	return 1;
}
