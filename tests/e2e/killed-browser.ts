import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as driver, type BrowserContext } from '@playwright/test';
import { chromium } from './chromium';
import { LAN_NAME } from './world';

/** A browser with a profile on the disk, that can be killed as a phone kills it. */
export class KilledBrowser {
	#profile = mkdtempSync(join(tmpdir(), 'baraza-profile-'));
	#process: ChildProcess | undefined;

	/** Starts it on its profile. */
	async start(): Promise<BrowserContext> {
		const child = spawn(
			await chromium(),
			[
				'--headless',
				'--no-sandbox',
				'--disable-gpu',
				'--remote-debugging-port=0',
				`--user-data-dir=${this.#profile}`,
				`--host-resolver-rules=MAP ${LAN_NAME} 127.0.0.1`
			],
			{ stdio: ['ignore', 'ignore', 'pipe'], detached: true }
		);
		this.#process = child;
		const [context] = (await driver.connectOverCDP(await listening(child))).contexts();
		if (!context) throw new Error('The browser has no window.');
		return context;
	}

	/** To all its processes: SIGSTOP and SIGCONT are a lid that is closed and opened. */
	signal(name: NodeJS.Signals): void {
		if (this.#process?.pid) process.kill(-this.#process.pid, name);
	}

	/** kill -9, with all its processes; the profile stays. */
	async kill(): Promise<void> {
		const child = this.#process;
		if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
		const over = new Promise((done) => child.once('exit', done));
		process.kill(-child.pid, 'SIGKILL');
		await over;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.kill();
		rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** @returns where it can be driven */
function listening(child: ChildProcess): Promise<string> {
	return new Promise((found, fail) => {
		let said = '';
		child.once('exit', () => fail(new Error(`The browser did not start. ${said}`)));
		child.stderr?.on('data', (more) => {
			said += String(more);
			const at = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (at) found(at);
		});
	});
}
