import { parentPort, workerData } from 'node:worker_threads';
import type { NameTables } from '../report/names';
import type { Results } from '../report/results';
import type { Words } from '../report/words';

/** What a file is written from. */
export interface Order {
	format: 'csv' | 'docx' | 'xlsx';
	results: Results;
	names: NameTables;
	words: Words;
}

/** Where this module is: it is also what the thread begins with. */
export const here = new URL(import.meta.url);

type Write = (
	results: Results,
	names: NameTables,
	words: Words
) => Promise<Uint8Array<ArrayBuffer>>;

const writers: Record<Order['format'], () => Promise<Write>> = {
	csv: async () => {
		const { resultsCsv } = await import('../report/csv');
		return async (results) => new TextEncoder().encode(resultsCsv(results));
	},
	docx: async () => (await import('../report/docx/document')).resultsDocx,
	xlsx: async () => (await import('../report/xlsx')).resultsXlsx
};

/** In the thread: writes the files that are asked of it. Elsewhere nothing happens. */
if (parentPort && workerData?.writesReports) {
	const port = parentPort;
	port.on('message', async ({ format, results, names, words }: Order) => {
		const write = await writers[format]();
		const bytes = await write(results, names, words);
		port.postMessage(bytes, [bytes.buffer]);
	});
}
