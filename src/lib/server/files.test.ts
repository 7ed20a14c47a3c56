import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFolder, readToolbox, scenarioFolders } from './files';
import { readingAt } from './reading';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'baraza-files-'));
});
afterEach(() => rm(root, { recursive: true }));

const put = (path: string, text = 'x') => writeFile(join(root, path), text);

describe('readFolder', () => {
	test('reads all files by path, without hidden ones and links', async () => {
		await mkdir(join(root, 'toolbox'));
		await Promise.all(
			['scenario.md', 'toolbox/a.md', '.DS_Store', 'old.md~'].map((path) => put(path))
		);
		await symlink('/etc/hostname', join(root, 'hostname.md'));
		expect([...(await readFolder(root)).keys()]).toEqual(['scenario.md', 'toolbox/a.md']);
	});

	test('refuses more than 200 files; the scenario is then listed as one that cannot be used', async () => {
		await Promise.all(Array.from({ length: 201 }, (_, i) => put(`${i}.md`)));
		await expect(readFolder(root)).rejects.toThrow('more than 200 files');
		expect(await readingAt({ slug: 'big', path: root }, new Map())).toMatchObject({
			title: 'big',
			problems: [{ level: 'unusable', message: expect.stringContaining('200 files') }]
		});
	});
});

describe('scenarioFolders', () => {
	test('lists folders by name, without the toolbox, and none where there is no folder', async () => {
		for (const name of ['b', 'a', 'toolbox', '.git']) await mkdir(join(root, name));
		await put('README.md');
		expect((await scenarioFolders(root)).map(({ slug }) => slug)).toEqual(['a', 'b']);
		expect(await scenarioFolders(join(root, 'nowhere'))).toEqual([]);
	});
});

describe('readToolbox', () => {
	test('takes Markdown files as cards by name, and nothing where there is no folder', async () => {
		await put('mla.md');
		await put('picture.png');
		expect([...(await readToolbox(root)).keys()]).toEqual(['mla']);
		expect((await readToolbox(join(root, 'nowhere'))).size).toBe(0);
	});
});
