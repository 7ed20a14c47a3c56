import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerChild } from '../faults/child';
import { production } from './production';

const folder = mkdtempSync(join(tmpdir(), 'baraza-console-'));
let server: ServerChild;

beforeAll(async () => {
	server = await production();
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
	rmSync(folder, { recursive: true });
});

describe('a start that cannot be', () => {
	/** What the console says, and how it ended. */
	function start(
		variables: Record<string, string>
	): Promise<{ code: number | null; said: string }> {
		const child = spawn(process.execPath, ['server.js'], {
			env: { ...process.env, HOST: '127.0.0.1', ...variables, VITEST: '', NODE_ENV: 'production' }
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text: string) => (said += text));
		return new Promise((done) => child.once('exit', (code) => done({ code, said })));
	}
	test('on a port in use ends with a sentence that says what to do', async () => {
		const data = join(folder, 'data');
		const { code, said } = await start({ PORT: String(server.port), BARAZA_DATA: data });
		expect(code).toBe(1);
		expect(said).toContain(`Port ${server.port} is in use`);
		expect(said).toContain('PORT=3001 npm start');
		expect(said).not.toMatch(/\n\s+at /);
	});
	test('with a data folder that cannot be written ends with a sentence that says what to do', async () => {
		const file = join(folder, 'plain-file');
		writeFileSync(file, '');
		const { code, said } = await start({ PORT: '0', BARAZA_DATA: join(file, 'data') });
		expect(code).toBe(1);
		expect(said).toMatch(/data folder .*plain-file.* cannot be written/);
		expect(said).toContain('BARAZA_DATA');
		expect(said).not.toMatch(/\n\s+at /);
	});
	test('on the data folder of a running server ends with a sentence, and that one goes on', async () => {
		const { code, said } = await start({ PORT: '0', BARAZA_DATA: server.data });
		expect(code).toBe(1);
		expect(said).toMatch(/Another Baraza is already running/);
		expect((await fetch(`${server.origin}/healthz`)).ok).toBe(true);
	});
});
