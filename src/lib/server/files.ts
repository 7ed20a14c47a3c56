import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../scenario/scenario';

/** Most files of a scenario, and most bytes of all of them together. */
export const limits = { files: 200, bytes: 50 * 1024 * 1024 };

/** A scenario's folder. */
export interface Folder {
	/** The folder's name, which is the scenario's name in addresses. */
	slug: string;
	path: string;
}

/** Names that are no part of a scenario: hidden files, and what editors and systems leave. */
function isStray(name: string): boolean {
	return name.startsWith('.') || name.endsWith('~') || /^(?:Thumbs\.db|desktop\.ini)$/i.test(name);
}

async function names(path: string) {
	const entries = await readdir(path, { withFileTypes: true });
	return entries.filter(({ name }) => !isStray(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Reads a folder with all that is in it, by path with `/`. Links are left out: a scenario from
 * elsewhere must not bring files of this computer along.
 * @throws with a sentence for its author: more than 200 files or 50 MB; and what the system says
 * of a folder that cannot be read
 */
export async function readFolder(path: string): Promise<Files> {
	const files = new Map<string, Uint8Array>();
	let bytes = 0;
	const walk = async (inner: string): Promise<void> => {
		for (const entry of await names(join(path, inner))) {
			const name = inner ? `${inner}/${entry.name}` : entry.name;
			if (entry.isDirectory()) await walk(name);
			if (!entry.isFile()) continue;
			bytes += (await stat(join(path, name))).size;
			if (files.size >= limits.files || bytes > limits.bytes)
				throw new Error(`The folder holds more than ${limits.files} files or 50 MB.`);
			files.set(name, new Uint8Array(await readFile(join(path, name))));
		}
	};
	await walk('');
	return files;
}

/**
 * The scenarios of a folder, by name: each folder in it but `toolbox` and `glossary`, whether or
 * not it holds a readable one. Empty when the folder does not exist.
 */
export async function scenarioFolders(root: string): Promise<Folder[]> {
	const entries = await names(root).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
	return entries
		.filter((entry) => entry.isDirectory() && !['toolbox', 'glossary'].includes(entry.name))
		.map(({ name }) => ({ slug: name, path: join(root, name) }));
}

/**
 * The cards of a folder of Markdown files, by id (the name without `.md`), as bytes; empty when
 * the folder does not exist.
 */
export async function readToolbox(path: string): Promise<Map<string, Uint8Array>> {
	const exists = await stat(path).then(
		(found) => found.isDirectory(),
		() => false
	);
	if (!exists) return new Map();
	const files = await readFolder(path);
	return new Map(
		[...files].flatMap(([name, bytes]) =>
			/^[^/]+\.md$/.test(name) ? [[name.slice(0, -3), bytes] as const] : []
		)
	);
}
