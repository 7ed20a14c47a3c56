import type { BrowserContext, Page, Response, WebSocket } from '@playwright/test';

/** Everything a browser was sent: pages, data, scripts, pictures, socket frames and polls. */
export class Recorder {
	/** What could not be read, by address: it may hold anything. */
	readonly missed: string[] = [];
	/** What was asked of another origin: it never should be. */
	readonly elsewhere: string[] = [];
	#pieces: string[] = [];
	#frames = 0;
	#reading = new Set<Promise<void>>();

	constructor(context: BrowserContext) {
		context.on('request', (request) => {
			if (!/^https?:\/\/baraza\.lan[:/]/.test(request.url())) this.elsewhere.push(request.url());
		});
		context.on('response', (response) => {
			const reading = this.#read(response).finally(() => this.#reading.delete(reading));
			this.#reading.add(reading);
		});
		context.on('page', (page) => this.#listen(page));
	}

	/** All of it. */
	async text(): Promise<string> {
		await Promise.all(this.#reading);
		return this.#pieces.join('\n');
	}

	/** How many socket frames were heard. */
	get frames(): number {
		return this.#frames;
	}

	#add(bytes: Buffer): void {
		// Words are UTF-8, and stand in binary frames and pictures as they are.
		this.#pieces.push(bytes.toString('utf8'));
	}

	async #read(response: Response): Promise<void> {
		if (response.status() >= 300 && response.status() < 400) return;
		const url = response.url();
		try {
			this.#add(await response.body());
		} catch {
			// A page that is left takes its last answers along; what had not come was never received.
			if (response.request().failure() === null) await this.#readAgain(url);
		}
	}

	/** Files of the build are called by what is in them: whoever asks is sent the same. */
	async #readAgain(url: string): Promise<void> {
		const file = url.includes('/_app/immutable/')
			? await fetch(url.replace('baraza.lan', '127.0.0.1')).catch(() => undefined)
			: undefined;
		if (file?.ok) this.#add(Buffer.from(await file.arrayBuffer()));
		else this.missed.push(url);
	}

	#listen(page: Page): void {
		page.on('websocket', (socket: WebSocket) =>
			socket.on('framereceived', ({ payload }) => {
				this.#frames++;
				this.#add(typeof payload === 'string' ? Buffer.from(payload) : payload);
			})
		);
	}
}
