import { monitorEventLoopDelay } from 'node:perf_hooks';
import { reportWords } from '../src/lib/components/report-words';
import { resultsJson } from '../src/lib/report/json';
import { resultsMarkdown } from '../src/lib/report/markdown';
import { namesFrom } from '../src/lib/report/names';
import { reportFile } from '../src/lib/server/report-files';
import { bigNames, bigResults } from '../tests/fixtures/results';
import { serve, type ServedRow } from './report/serve';

/** One format of a report, written in this process as the server writes it. */
interface WrittenRow {
	format: string;
	/** The first time, with everything that has to be loaded for it. */
	'first ms': number;
	/** The slowest of the later ones. */
	ms: number;
	/** The longest time in which this process could do nothing else, ms. */
	held: number;
	KiB: number;
}

const TIMES = 5;

/** The build, because the server that is asked for files is the one that people start. */
export const needsBuild = true;

/**
 * Reports of 60 people, 10 teams and 140 recommendations in every script: written here with votes
 * by name on all of them, then asked of a running server while a team writes.
 */
export async function run(): Promise<{ written: WrittenRow[]; served: ServedRow[] }> {
	const results = bigResults(60);
	const words = reportWords('en', 180);
	const order = { results, names: bigNames, words };
	const written = {
		json: () => resultsJson(results),
		md: () => resultsMarkdown(results, namesFrom(bigNames), words),
		csv: () => reportFile({ format: 'csv', ...order }),
		xlsx: () => reportFile({ format: 'xlsx', ...order }),
		docx: () => reportFile({ format: 'docx', ...order })
	};
	const rows: WrittenRow[] = [];
	for (const [format, write] of Object.entries(written)) rows.push(await measure(format, write));
	return { written: rows, served: await serve() };
}

async function measure(
	format: string,
	write: () => string | Promise<Uint8Array>
): Promise<WrittenRow> {
	const spent: number[] = [];
	let longest = 0;
	let bytes = 0;
	for (let i = 0; i < TIMES; i++) {
		const delay = monitorEventLoopDelay({ resolution: 1 });
		delay.enable();
		await quiet();
		const began = performance.now();
		const file = await write();
		spent.push(performance.now() - began);
		await quiet();
		delay.disable();
		longest = Math.max(longest, delay.max / 1e6);
		bytes = typeof file === 'string' ? Buffer.byteLength(file) : file.byteLength;
	}
	const [first = 0, ...later] = spent;
	return {
		format,
		'first ms': Math.round(first),
		ms: Math.round(Math.max(...later)),
		held: Math.round(longest),
		KiB: Math.round(bytes / 1024)
	};
}

/** Until what came before is over, and measured. */
const quiet = () => new Promise((done) => setTimeout(done, 20));
