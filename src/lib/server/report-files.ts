import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Order } from './report-thread';

/** Longest a file may take, ms; the largest workshop takes a fiftieth of it. */
const LONGEST = 60_000;

/** So that a monstrous file ends its thread and not the server, MiB. Short-lived things are most of it. */
const MEMORY = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 96 };

/** A thread waits so long for the next file, ms: most of what a first one takes is to begin. */
const STAYS = 60_000;

let last: Promise<unknown> = Promise.resolve();
let thread: Worker | undefined;
let leaving: NodeJS.Timeout | undefined;

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
	clearTimeout(leaving);
	const worker = (thread ??= await begin());
	const over = new AbortController();
	const late = AbortSignal.any([over.signal, AbortSignal.timeout(LONGEST)]);
	try {
		worker.ref();
		worker.postMessage(order);
		const ended = once(worker, 'exit', over).then(() => {
			throw new Error('The thread ended without a file.');
		});
		const [file] = await Promise.race([once(worker, 'message', { signal: late }), ended]);
		return file;
	} catch (error) {
		end(worker);
		throw error;
	} finally {
		over.abort();
		worker.unref();
		leaving = setTimeout(() => end(worker), STAYS).unref();
	}
}

async function begin(): Promise<Worker> {
	const { here } = await import('./report-thread');
	// Without a build it is TypeScript, which a thread of Node reads with the same help as the commands.
	const help = here.pathname.endsWith('.ts')
		? ['--import', new URL('../../../typescript.js', here).href]
		: [];
	const worker = new Worker(here, {
		workerData: { writesReports: true },
		execArgv: help,
		resourceLimits: MEMORY
	});
	// also while nobody waits for it
	return worker.on('error', () => end(worker)).on('exit', () => end(worker));
}

function end(worker: Worker): void {
	if (thread === worker) thread = undefined;
	void worker.terminate();
}
