import { resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { ServerChild } from '../faults/child';
import { untilAwake } from './asleep';
import { Recorder } from './recorder';

/**
 * A name that is no loopback address: browsers treat localhost as secure and hide what breaks on a
 * LAN over plain http. The browser is told where it leads (playwright.config.ts).
 */
export const LAN_NAME = 'baraza.lan';

/** A browser of its own, with everything it ever received. */
export interface Seat {
	page: Page;
	context: BrowserContext;
	recorder: Recorder;
}

/** The production server with fresh data, as people in the room reach it. */
export class World {
	readonly server: ServerChild;
	#browser: Browser;
	#seats: Seat[] = [];

	/** @param scenarios folder, as seen from the project */
	constructor(browser: Browser, scenarios = 'tests/fixtures/scenarios') {
		this.#browser = browser;
		this.server = new ServerChild({
			BARAZA_SCENARIOS: resolve(scenarios),
			LD_LIBRARY_PATH: '' // the browser's own libraries are no good for the server
		});
	}

	async start(): Promise<this> {
		await this.server.start();
		return this;
	}

	get origin(): string {
		return `http://${LAN_NAME}:${this.server.port}`;
	}

	/** Everybody who sits at a computer. */
	get seats(): readonly Seat[] {
		return this.#seats;
	}

	/** Somebody sits down at a computer of their own. */
	async seat(size = { width: 1366, height: 768 }, more: BrowserContextOptions = {}): Promise<Seat> {
		const context = await this.#browser.newContext({
			baseURL: this.origin,
			viewport: size,
			locale: 'en-GB',
			reducedMotion: 'reduce',
			...more
		});
		context.setDefaultTimeout(10_000);
		context.on('page', untilAwake);
		const recorder = new Recorder(context);
		const page = await context.newPage();
		const seat = { page, context, recorder };
		this.#seats.push(seat);
		return seat;
	}

	async stop(): Promise<void> {
		for (const { context } of this.#seats) await context.close();
		await this.server[Symbol.asyncDispose]();
	}
}
