import type { Results } from '../../src/lib/report/results';
import type { Visitor } from '../../tests/faults/visitor';
import { SENTENCES } from '../../tests/fixtures/results';
import { account, production } from '../../tests/live/production';
import { adopt } from '../../tests/live/recommend';
import { recommending } from '../../tests/live/recommending';
import type { Writer } from '../../tests/live/writer';

/** One format of a report, asked of a running server. */
export interface ServedRow {
	format: string;
	/** From asking to the last byte, the slowest of five. */
	ms: number;
	/** The longest that a team waited for the word *Saved* meanwhile, ms. */
	'team waited': number;
	KiB: number;
}

const TIMES = 5;
const PEOPLE = 60;
const TEAMS = 10;
const EACH = 14;
/** Between two updates of the team, ms: as fast as somebody types. */
const PACE = 20;

/** Asks the production server for every format while a team writes; first for none. */
export async function serve(): Promise<ServedRow[]> {
	await using server = await production({ BARAZA_SCENARIOS: 'scenarios' });
	const leads = await account(server, 'Rosa');
	const { here, writers } = await recommending(server, leads, {
		title: 'Two Shores',
		people: PEOPLE,
		teams: TEAMS,
		texts: (team) =>
			Array.from({ length: EACH }, (_, at) => {
				const sentence = SENTENCES[(team + at) % SENTENCES.length] ?? '';
				return `${sentence} ${team}-${at}`;
			})
	});
	const path = `/facilitate/${here.id}/results`;
	const { joint } = (await leads.json(`${path}.json`)) as Results;
	await adopt(
		here,
		joint.slice(0, 30).map(({ id }) => id)
	);
	const [writer] = writers as [Writer];
	const rows: ServedRow[] = [];
	try {
		for (const format of ['', 'json', 'csv', 'md', 'xlsx', 'docx'])
			rows.push(await measure(format, path, leads, writer));
	} finally {
		for (const one of writers) one.close();
	}
	return rows;
}

async function measure(
	format: string,
	path: string,
	leads: Visitor,
	writer: Writer
): Promise<ServedRow> {
	let [ms, waited, bytes] = [0, 0, 0];
	for (let i = 0; i < TIMES; i++) {
		let over = false;
		const writing = write(writer, () => over);
		const began = performance.now();
		if (format) bytes = (await leads.file(`${path}.${format}`)).byteLength;
		else await new Promise((done) => setTimeout(done, 500));
		ms = Math.max(ms, performance.now() - began);
		over = true;
		waited = Math.max(waited, await writing);
	}
	return {
		format: format || 'none',
		ms: Math.round(ms),
		'team waited': Math.round(waited),
		KiB: Math.round(bytes / 1024)
	};
}

/** Writes letter by letter until it is over. @returns the longest wait for an answer, ms */
async function write(writer: Writer, over: () => boolean): Promise<number> {
	let longest = 0;
	do {
		const began = performance.now();
		const { what } = await writer.send(writer.write('a'));
		if (what !== 'kept') throw new Error(`an update was ${what}`);
		longest = Math.max(longest, performance.now() - began);
		await new Promise((done) => setTimeout(done, PACE));
	} while (!over());
	return longest;
}
