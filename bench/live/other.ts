import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { patience } from '../../tests/faults/patience';
import type { Client, Contender, Running } from './contender';

/** A server of bench/live/servers in a process of its own. */
export function other(
	name: Exclude<Contender['name'], 'baraza'>,
	connect: (port: number, at: number) => Client,
	stored: (data: string) => ReturnType<Running['stored']> = () => undefined
): Contender {
	return { name, start: () => start(name, connect, stored) };
}

async function start(
	name: string,
	connect: (port: number, at: number) => Client,
	stored: (data: string) => ReturnType<Running['stored']>
): Promise<Running> {
	const script = name.replace('socket.io-relay', 'relay');
	const file = fileURLToPath(new URL(`servers/${script}.js`, import.meta.url));
	const data = mkdtempSync(join(tmpdir(), 'baraza-bench-'));
	const port = await freePort();
	let child: ChildProcess;
	const run = async () => {
		const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA: data };
		child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'inherit'] });
		const answers = () => accepts(port);
		await patience(answers, 20_000, () => `${name} does not answer.`);
	};
	const kill = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const gone = new Promise((done) => child.once('exit', done));
		child.kill('SIGKILL');
		await gone;
	};
	await run();
	return {
		port,
		get pid() {
			return child.pid ?? 0;
		},
		connect: async (at) => connect(port, at),
		kill,
		restart: run,
		stored: () => stored(data),
		async [Symbol.asyncDispose]() {
			await kill();
			rmSync(data, { recursive: true, force: true });
		}
	};
}

function accepts(port: number): Promise<boolean> {
	return new Promise((done) => {
		const probe = createConnection(port, '127.0.0.1');
		probe.once('connect', () => done(true)).once('error', () => done(false));
		probe.once('connect', () => probe.destroy());
	});
}

function freePort(): Promise<number> {
	return new Promise((done) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
