import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerChild } from './child';
import { patience } from './patience';

/** What can be done to a running server from outside. */
export interface Orders {
	/** The computer's clock is ahead of the true one by so many ms. */
	shift?: number;
	/** Pages by which the database may still grow: the disk is full then; null: it has room again. */
	pages?: number | null;
	/** So many bytes seem to be left on the disk; null: as many as there are. */
	free?: number | null;
}

let count = 0;

/** A server whose disk and clock are in the hands of a test. */
export class Meddled {
	readonly server: ServerChild;
	#file = join(tmpdir(), `baraza-orders-${process.pid}-${++count}`);

	/** @param variables of its environment, beside those of every test server */
	constructor(variables: Record<string, string> = {}) {
		const own = { ...variables, BARAZA_TEST_ORDERS: this.#file };
		this.server = new ServerChild(own, { imports: ['./meddle.ts'] });
	}

	/** Gives orders; done once they are carried out. */
	async order(orders: Orders): Promise<void> {
		writeFileSync(this.#file, JSON.stringify(orders));
		this.server.signal('SIGUSR2');
		await patience(
			() => !existsSync(this.#file),
			10_000,
			() => `The server does not obey. ${this.server.said}`
		);
	}
}
