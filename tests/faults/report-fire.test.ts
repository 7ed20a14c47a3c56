import { expect, test } from 'vitest';
import { plain } from '../../src/lib/report/plain';
import type { Results } from '../../src/lib/report/results';
import { readCsv, readDocx, readXlsx } from '../fixtures/read-files';
import type { Facilitator } from './facilitator';
import { pause } from './patience';
import { figure, lengths } from './proof';
import { keepWriting, setTheStage } from './stage';

const PEOPLE = lengths(12, 300);
const MOMENTS = lengths(0, 20);
/** Before every so many moments the server is killed. */
const KILL_EVERY = 5;

/**
 * Every text of the teams, in each format as its reader has it.
 * @returns how many there were, and what the slowest file took, in ms
 */
async function sameInAll(
	lead: Facilitator,
	at: string
): Promise<{ texts: number; slowest: number }> {
	let slowest = 0;
	const taken = async (kind: Parameters<Facilitator['report']>[0]) => {
		const since = performance.now();
		const file = await lead.report(kind, at);
		slowest = Math.max(slowest, performance.now() - since);
		return file;
	};
	const results = await lead.results(at);
	const markdown = (await taken('md')).toString();
	const rows = readCsv((await taken('csv')).toString());
	const paragraphs = new Set((await readDocx(await taken('docx'))).paragraphs);
	const sheets = await readXlsx(await taken('xlsx'));
	const cells = new Set(sheets.flatMap(({ data }) => data.flat()));
	const texts = textsOf(results);
	const columns = new Set(rows.flatMap((row) => Object.values(row)));
	for (const text of texts) {
		expect(markdown).toContain(plain(text));
		expect(columns).toContain(text);
		expect(cells).toContain(text);
		expect(paragraphs).toContain(text);
	}
	return { texts: texts.length, slowest };
}

const textsOf = ({ teams }: Results) =>
	teams
		.flatMap(({ recommendations, choices }) => [
			...recommendations.map(({ text }) => text),
			...choices.map(({ reason }) => reason)
		])
		.filter((text) => text.trim() !== '');

test.skipIf(MOMENTS === 0)(
	`E2: at ${MOMENTS} moments of a workshop of ${PEOPLE} people who write, every format says the same, over kills`,
	{ timeout: 900_000 },
	async () => {
		await using stage = await setTheStage({ people: PEOPLE, teams: PEOPLE / 6 });
		const { server, crew, lead } = stage;
		const stop = keepWriting(crew, 2000, 1);
		const [times, coldTimes]: [number[], number[]] = [[], []];
		let texts = 0;
		for (let moment = 1; moment <= MOMENTS; moment++) {
			await pause(3000);
			const isKilled = moment % KILL_EVERY === 0;
			if (isKilled) {
				await server.stop('SIGKILL');
				await server.start();
			}
			const seen = await sameInAll(lead, new Date(Date.now() - 1000).toISOString());
			(isKilled ? coldTimes : times).push(seen.slowest);
			({ texts } = seen);
		}
		await stop();
		await crew.settle();
		const [slowest, cold] = [times, coldTimes].map((all) => Math.round(Math.max(...all)));
		expect(texts, 'it was a workshop').toBeGreaterThan(PEOPLE);
		expect(slowest).toBeLessThan(2000);
		figure(
			'E2',
			`every format at ${MOMENTS} moments while ${PEOPLE} people write, the server killed ${Math.floor(MOMENTS / KILL_EVERY)} times`,
			`the same texts (${texts} in the end) in JSON, CSV, Markdown, Word and the spreadsheet; the slowest file took ${slowest} ms, ${cold} ms where all came back from a kill`
		);
	}
);
