import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'baraza-scenarios-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(folder, path)), { recursive: true });
	await writeFile(join(folder, path), text);
}

/** Runs the real command. */
async function command(...args: string[]): Promise<{ code: number; lines: string[] }> {
	const env = { ...process.env, BARAZA_SCENARIOS: folder };
	const run = promisify(execFile)(process.execPath, ['scenario.js', ...args], { cwd: root, env });
	const { stdout, code } = await run.then(
		({ stdout: out }) => ({ stdout: out, code: 0 }),
		(error: { stdout: string; code: number }) => error
	);
	return { code, lines: stdout.trim().split('\n') };
}

const good = '---\ntitle: Good\n---\n## Question: Why?\n';

describe('scenario check', () => {
	test('names every problem of every scenario by file and line, and exits 1', async () => {
		await put('good/scenario.md', good);
		await put('bad/scenario.md', `${good}\n###Expert\nSecret.\n`);
		await put('broken/scenario.md', '---\ntitle: [\n---\n');
		await put('empty/notes.txt', 'nothing');
		await put('toolbox/a-card.md', 'no front matter');
		const { code, lines } = await command('check');
		expect(code).toBe(1);
		expect(lines.at(-1)).toBe('Scenarios: 4. Cannot be used: 2. Sealed: 2. Advice: 0.');
		const places = lines
			.slice(0, -1)
			.map((line) => /([^/]+\/[^/]+:\d+): .+\. Hint: .+/.exec(line)?.[1]);
		expect(places).toEqual([
			...['toolbox/a-card.md:1', 'bad/scenario.md:6', 'broken/scenario.md:2', 'empty/scenario.md:1']
		]);
	});

	test('exits 0 for advice alone, and takes one scenario as well as a folder of them', async () => {
		await put('good/scenario.md', good.replace('title:', 'colour: red\ntitle:'));
		const { code, lines } = await command('check', join(folder, 'good'));
		expect([code, lines.length]).toEqual([0, 2]);
		expect(lines[0]).toContain('good/scenario.md:2: "colour" is no key of the front matter.');
	});

	test('says so when there is no such folder or command', async () => {
		expect(await command('check', join(folder, 'nowhere'))).toMatchObject({ code: 1 });
		expect((await command('chekc')).lines[0]).toContain('npm run scenario -- check');
	});

	test('writes missing ids with --fix', async () => {
		await put('good/scenario.md', good);
		expect(await command('check', '--fix')).toMatchObject({ code: 0 });
		const text = await readFile(join(folder, 'good/scenario.md'), 'utf8');
		expect(text).toBe(good.replace('Why?', 'Why? {#why}'));
	});

	test('finds the scenarios and cards that come with the program clean', async () => {
		const { code, lines } = await command('check', join(root, 'scenarios'));
		expect({ code, lines }).toMatchObject({
			code: 0,
			lines: [expect.stringMatching(/^Scenarios: /)]
		});
	});
});

describe('scenario new', () => {
	test('writes a scenario that is clean, once', async () => {
		expect(await command('new', 'my-case')).toMatchObject({ code: 0 });
		expect(await command('check', join(folder, 'my-case'))).toMatchObject({
			code: 0,
			lines: [expect.anything()]
		});
		expect(await command('new', 'my-case')).toMatchObject({ code: 1 });
		expect(await command('new', '../my-case')).toMatchObject({ code: 1 });
	});
});
