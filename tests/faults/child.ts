import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { patience } from './patience';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** How a server ended. */
export interface Exit {
	code: number | null;
	signal: NodeJS.Signals | null;
	/** From the signal to the end, ms. */
	after: number;
}

/** What else is there when it runs. */
interface Around {
	/** Modules beside this one that are loaded before the program: a test's clock, points to die at. */
	imports?: string[];
	/** A program it runs under, with its options, e.g. strace. */
	under?: string[];
	/** In place of a free one. */
	port?: number;
}

/** The real production server as a process of its own, with a data folder that goes with it. */
export class ServerChild {
	readonly data = mkdtempSync(join(tmpdir(), 'baraza-server-'));
	#port = 0;
	#process: ChildProcess | undefined;
	#said = '';
	#variables: Record<string, string>;
	#around: Around;

	/** @param variables of its environment, beside those of every test server */
	constructor(variables: Record<string, string> = {}, around: Around = {}) {
		this.#variables = variables;
		this.#around = around;
		this.#port = around.port ?? 0;
	}

	get port(): number {
		return this.#port;
	}

	/** What it wrote to its console since it was started. */
	get said(): string {
		return this.#said;
	}

	get origin(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	/** The one-time link that makes the first facilitator's account. */
	get firstLink(): string | undefined {
		return /\/facilitate\/first\/\S+/.exec(this.#said)?.[0];
	}

	/** Starts it on a free port, or again on the one it had; done once it answers. */
	async start(): Promise<this> {
		this.#port ||= await freePort();
		this.#said = '';
		const { VITEST: _vitest, NODE_OPTIONS: _options, ...env } = process.env;
		const { imports = [], under = [] } = this.#around;
		const preload = imports.flatMap((file) => ['--import', new URL(file, import.meta.url).href]);
		const [program = '', ...args] = [...under, process.execPath, ...preload];
		const child = spawn(program, [...args, join(root, 'server.js')], {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				...env,
				NODE_ENV: 'production',
				HOST: '127.0.0.1',
				PORT: String(this.#port),
				BARAZA_DATA: this.data,
				...this.#variables
			}
		});
		this.#process = child;
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
		process.once('exit', this.#abandon);
		await patience(
			() => this.#answers(),
			60_000,
			() => `The server does not answer. ${this.#said}`
		);
		return this;
	}

	/** Number of its process. */
	get pid(): number {
		return this.#process?.pid ?? 0;
	}

	/** Sends a signal, which need not end it. */
	signal(signal: NodeJS.Signals): void {
		this.#process?.kill(signal);
	}

	/** What `gauge.ts` says, which has to be among its imports: delays in ms, memory in bytes. */
	async gauge(): Promise<{ late: number; heapUsed: number; rss: number }> {
		const last = () => [...this.#said.matchAll(/^gauge (.*)$/gm)].at(-1)?.[1];
		const before = this.#said.length;
		this.signal('SIGUSR2');
		await patience(
			() => this.#said.indexOf('gauge ', before) >= 0 && this.#said.endsWith('\n'),
			10_000,
			() => `It says nothing of itself. ${this.#said}`
		);
		return JSON.parse(last() ?? '{}') as { late: number; heapUsed: number; rss: number };
	}

	/** Sends a signal and waits for the end. */
	async stop(signal: NodeJS.Signals): Promise<Exit> {
		const over = this.ended();
		this.signal(signal);
		return over;
	}

	/** Waits until it ends, by itself or by a signal. */
	async ended(): Promise<Exit> {
		const child = this.#process;
		if (!child || this.#isOver(child)) return { code: null, signal: null, after: 0 };
		const since = performance.now();
		const exit = await new Promise<Exit>((done) =>
			child.once('exit', (code, by) =>
				done({ code, signal: by, after: Math.round(performance.now() - since) })
			)
		);
		process.off('exit', this.#abandon);
		return exit;
	}

	/** Ends it and removes its folder. */
	async [Symbol.asyncDispose](): Promise<void> {
		const slow = setTimeout(() => this.#process?.kill('SIGKILL'), 8000);
		await this.stop('SIGTERM');
		clearTimeout(slow);
		this.#remove();
	}

	/** Whoever started it ends without a word: nothing may stay behind. */
	#abandon = () => {
		this.#process?.kill('SIGKILL');
		this.#remove();
	};

	#remove(): void {
		rmSync(this.data, { recursive: true, force: true, maxRetries: 5 });
	}

	#isOver(child: ChildProcess): boolean {
		return child.exitCode !== null || child.signalCode !== null;
	}

	/** Healthy, and done with its greeting. */
	async #answers(): Promise<boolean> {
		if (this.#process && this.#isOver(this.#process))
			throw new Error(`The server did not start. ${this.#said}`);
		const response = await fetch(`${this.origin}/healthz`).catch(() => undefined);
		return response?.ok === true && this.#said.includes('Ctrl+C');
	}
}

function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const probe = createServer().once('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
