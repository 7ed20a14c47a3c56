import { Worker } from 'node:worker_threads';
import type { Order } from './report-thread';

/** Longest a file may take, ms; the largest workshop takes a fiftieth of it. */
const LONGEST = 60_000;

/** So that a monstrous file ends its thread and not the server, MiB. Short-lived things are most of it. */
const MEMORY = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 96 };

let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a large file in a thread: in the server's own, Word would hold every room's words for half a
 * second, and CSV for a tenth. One at a time, so that the others have a processor left.
 */
export function reportFile(order: Order): Promise<Uint8Array<ArrayBuffer>> {
	const file = last.then(() => inThread(order));
	last = file.catch(() => undefined);
	return file;
}

async function inThread(order: Order): Promise<Uint8Array<ArrayBuffer>> {
	const { here } = await import('./report-thread');
	// Without a build it is TypeScript, which a thread of Node reads with the same help as the commands.
	const help = here.pathname.endsWith('.ts')
		? ['--import', new URL('../../../typescript.js', here).href]
		: [];
	const thread = new Worker(here, {
		workerData: { reportOrder: order },
		execArgv: help,
		resourceLimits: MEMORY
	});
	const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
	const late = setTimeout(() => reject(new Error('The file took too long.')), LONGEST);
	thread.once('message', resolve);
	thread.once('error', reject);
	thread.once('exit', () => reject(new Error('The thread ended without a file.')));
	try {
		return await promise;
	} finally {
		clearTimeout(late);
		void thread.terminate();
	}
}
