import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../src/lib/report/results';
import type { ServerChild } from '../faults/child';
import type { Visitor } from '../faults/visitor';
import { readDocx, readXlsx } from '../fixtures/read-files';
import { SENTENCES } from '../fixtures/results';
import { account, production, type Prepared } from './production';
import { adopt } from './recommend';
import { recommending } from './recommending';
import type { Writer } from './writer';

const TITLE = 'ورشة "Two Shores" / ኪሊንድዌ';
const FORMATS = ['json', 'csv', 'md', 'docx', 'xlsx'] as const;
const TYPES = {
	json: 'application/json; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

let server: ServerChild;
let leads: Visitor;
let here: Prepared;
let writers: Writer[] = [];

beforeAll(async () => {
	server = await production({ BARAZA_SCENARIOS: 'scenarios' });
	leads = await account(server, 'Rosa');
	const texts = (team: number) => SENTENCES.map((text) => `${text} team-${team}`);
	({ here, writers } = await recommending(server, leads, {
		title: TITLE,
		people: 6,
		teams: 2,
		texts
	}));
	const { joint } = JSON.parse(await text('json')) as Results;
	await adopt(
		here,
		joint.slice(0, 3).map(({ id }) => id)
	);
});
afterAll(async () => {
	for (const writer of writers) writer.close();
	await server[Symbol.asyncDispose]();
});

const ask = (format: string, search = '') =>
	fetch(`${server.origin}/facilitate/${here.id}/results.${format}${search}`, {
		headers: { cookie: leads.cookie, 'accept-language': 'en', accept: '*/*' }
	});

/** What a file says, as text. */
async function text(format: (typeof FORMATS)[number], search = ''): Promise<string> {
	const response = await ask(format, search);
	expect(response.status, format).toBe(200);
	const bytes = await response.bytes();
	if (format === 'docx') return (await readDocx(bytes)).text;
	if (format !== 'xlsx') return new TextDecoder().decode(bytes);
	const sheets = await readXlsx(bytes);
	return sheets.flatMap(({ sheet, data }) => [sheet, ...data.flat().map(String)]).join('\n');
}

describe.each(FORMATS)('results.%s', (format) => {
	test('comes as a file called as the workshop is, and is kept nowhere on the way', async () => {
		const { headers } = await ask(format);
		expect(headers.get('content-type')).toBe(TYPES[format]);
		expect(headers.get('cache-control')).toBe('no-store');
		const name = /filename\*=UTF-8''(\S+)$/.exec(headers.get('content-disposition') ?? '')?.[1];
		expect(decodeURIComponent(name ?? '')).toBe(`ورشة Two Shores ኪሊንድዌ.${format}`);
	});
	test('has what was adopted and what the teams wrote, in their scripts', async () => {
		const said = await text(format);
		for (const sentence of SENTENCES) {
			expect(said).toContain(`${sentence} `);
			expect(said).toMatch(/Sign 3 is seen/);
		}
		if (format !== 'json' && format !== 'csv') expect(said).toContain('Kenya');
	});
	test('is without what was left out, and without names', async () => {
		expect(await text(format)).toMatch(/Person\w\w Xirsan/);
		const less = await text(format, '?without=roadmap,joint&names=no');
		expect(less).not.toMatch(/Person\w\w Xirsan|Sign \d is seen/);
		expect(less).toContain('team-1');
		expect(await text(format, '?without=teams,roadmap,joint')).not.toContain('team-1');
	});
	test.each([
		['?without=teams,everything', 'everything'],
		['?names=perhaps', 'perhaps'],
		['?language=fr', 'fr']
	])('%s is answered with a sentence', async (search, word) => {
		const response = await ask(format, search);
		expect(response.status).toBe(400);
		expect(await response.text()).toContain(`“${word}”`);
	});
	test('as of an earlier time it has nothing that came later', async () => {
		const before = await text(format, '?at=2026-01-01T00:00:00Z');
		expect(before).not.toContain('team-0');
	});
});

describe('languages', () => {
	test.each([
		['en', 'Joint roadmap', '30 June 2027'],
		['sw', 'Mpango kazi wa pamoja', '30 Juni 2027'],
		['so', 'Qorshe-hawleedka wadajirka ah', '30 Juun 2027']
	])('%s is asked for in the address', async (language, roadmap, day) => {
		const said = await text('docx', `?language=${language}`);
		expect(said).toContain(roadmap);
		expect(said).toContain(day);
		expect(await text('md', `?language=${language}`)).toContain(`## ${roadmap}`);
		expect(await text('xlsx', `?language=${language}`)).toContain(roadmap);
	});
});

describe('while files are written', () => {
	test('a team’s words are kept all the same, and each of several files comes', async () => {
		const files = Promise.all([ask('docx'), ask('xlsx'), ask('docx'), ask('xlsx')]);
		const [writer] = writers;
		for (let i = 0; i < 10; i++)
			expect(await writer?.send(writer.write(`word ${i} `))).toEqual({ what: 'kept' });
		expect((await files).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
	});
});
