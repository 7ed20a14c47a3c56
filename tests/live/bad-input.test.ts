import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MAX_UPDATE } from '../../src/lib/protocol/sheet';
import type { ServerChild } from '../faults/child';
import { Visitor } from '../faults/visitor';
import { account, begin, enter, prepare, production, SCENARIOS, type Prepared } from './production';
import { connects } from './raw';
import { Writer } from './writer';

const folder = mkdtempSync(join(tmpdir(), 'baraza-bad-'));
const scenarios = join(folder, 'scenarios');

let server: ServerChild;
let here: Prepared;
let sheets: string[] = [];
let names: string[][] = [];

beforeAll(async () => {
	cpSync(SCENARIOS, scenarios, { recursive: true });
	mkdirSync(join(scenarios, 'without-document'));
	mkdirSync(join(scenarios, 'broken-front-matter'));
	writeFileSync(
		join(scenarios, 'broken-front-matter/scenario.md'),
		'---\ntitle: [Broken\n---\n# Situation\nText.\n'
	);
	server = await production({ BARAZA_SCENARIOS: scenarios });
	here = await prepare(await account(server, 'Rosa'), [
		'Abdi One,Kenya,judge,member',
		'Beza One,Somalia,judge,member',
		'Cumar Two,Kenya,judge,member',
		'Deeqa Two,Somalia,judge,member'
	]);
	const { teams } = await begin(here, 2);
	sheets = teams.map(({ sheet }) => sheet ?? '');
	names = teams.map(({ members }) => members.map(({ name }) => name));
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
	rmSync(folder, { recursive: true });
});

const BROWSER = { accept: 'text/html', 'accept-language': 'en' };

/** A page as somebody without scripts sees it after a form was sent. */
async function page(visitor: Visitor, path: string, fields: Record<string, string>) {
	const response = await fetch(new URL(path, server.origin), {
		method: 'POST',
		body: new URLSearchParams(fields),
		// a refused body ends its connection: the next request must not be on it
		headers: { ...BROWSER, origin: server.origin, cookie: visitor.cookie, connection: 'close' }
	});
	return { status: response.status, text: (await response.text()).replace(/<!--.*?-->/g, '') };
}

describe('the code', () => {
	test.each(['', 'KTR', 'QQQQQQ', 'KTR7W0', '<script>', '😀'.repeat(50)])(
		'"%s" leads nowhere, and the page says what to compare',
		async (code) => {
			const { status, text } = await page(new Visitor(server.origin), '/', { code });
			expect(status).toBe(400);
			expect(text).toContain('No workshop here has this code.');
			expect(text).toContain('Compare it with the screen');
		}
	);
	test('that is missing in the form altogether is no different', async () => {
		expect((await page(new Visitor(server.origin), '/', {})).status).toBe(400);
	});
});

describe('a name', () => {
	test('that somebody else holds is not given away, and who asks is sent to the facilitator', async () => {
		const [name = ''] = names[0] ?? [];
		const first = await enter(server, here.code, name);
		const second = new Visitor(server.origin);
		const { names: found } = await second.data(`/join/${here.code}?q=${name.slice(0, 4)}`);
		const { id } = (found as { id: string; name: string }[]).find((one) => one.name === name)!;
		const { status, text } = await page(second, `/join/${here.code}`, { person: id });
		expect(status).toBe(409);
		expect(text).toContain('This name is in use on another device.');
		expect(text).toContain('Ask to use it here, and the facilitator decides.');
		expect((await first.data(`/room/${here.code}`)).view).toMatchObject({ me: { name } });
	});
	test('of nobody gets a sentence, and whoever asks for it keeps the name they have', async () => {
		const name = names[0]?.[1] ?? '';
		const visitor = await enter(server, here.code, name);
		const { text } = await page(visitor, `/join/${here.code}`, { person: 'nobody' });
		expect(text).not.toContain('500');
		expect((await visitor.data(`/room/${here.code}`)).view).toMatchObject({ me: { name } });
	});
});

describe('a text that is too long', () => {
	test('in a form of the facilitator is refused with a sentence, and the old one stays', async () => {
		const path = `/facilitate/${here.id}/setup`;
		const before = (await here.leads.data(path)).particulars;
		const fields = {
			title: 'x'.repeat(5000),
			place: '',
			wifi: '',
			from: '2027-03-09',
			to: '2027-03-09'
		};
		const { status, text } = await page(here.leads, `${path}?/particulars`, fields);
		expect(status).toBeLessThan(500);
		const after = (await here.leads.data(path)).particulars as { title: string };
		if (status >= 400) expect(after).toEqual(before);
		else expect(after.title.length).toBeLessThan(500);
		expect(text).not.toContain('x'.repeat(4000));
	});
	test('in a body of a megabyte is refused before anything reads it', async () => {
		const fields = { list: 'x'.repeat(1_000_000) };
		const { status } = await page(here.leads, `/facilitate/${here.id}/people?/read`, fields);
		expect([400, 413]).toContain(status);
		expect((await fetch(`${server.origin}/healthz`)).ok).toBe(true);
	});
});

describe('a list of people', () => {
	test('as a Windows-1252 file with semicolons is understood; its bad row is named by its line', async () => {
		const bytes = Buffer.from(
			'name;delegation;role\r\nS\xe8nan Agb\xe9;Kenya;judge\r\nNobody;;judge\r\n',
			'latin1'
		);
		const reply = await here.leads.act(`/facilitate/${here.id}/people?/read`, [
			['file', new File([bytes], 'people.csv', { type: 'text/csv' })]
		]);
		expect(reply).toMatchObject({
			type: 'success',
			data: {
				read: {
					people: [{ name: 'Sènan Agbé', delegation: 'Kenya', line: 2 }],
					problems: [{ line: 3, problem: { kind: 'no-delegation' } }]
				}
			}
		});
	});
	test('that is no text gets a sentence', async () => {
		const png = new File([new Uint8Array([137, 80, 78, 71, 0, 0, 255, 254])], 'people.png');
		const reply = await here.leads.act(`/facilitate/${here.id}/people?/read`, [['file', png]]);
		expect(reply).toMatchObject({
			data: { read: { problems: [{ problem: { kind: 'unreadable' } }] } }
		});
	});
});

describe('an update', () => {
	test('that does not decode, is too large or is for another team is refused with a reason', async () => {
		const name = names[1]?.[0] ?? '';
		const { cookie } = await enter(server, here.code, name);
		const mine = new Writer(server.origin, cookie, here.code, sheets[1] ?? '');
		await mine.join();
		expect(await mine.send(new Uint8Array([1, 2, 3]))).toEqual({
			what: 'refused',
			why: 'malformed'
		});
		const long = mine.write('x'.repeat(MAX_UPDATE + 1));
		expect(await mine.send(long)).toEqual({ what: 'refused', why: 'too-large' });
		await mine.join();
		expect(await mine.send(mine.write('short enough'))).toEqual({ what: 'kept' });
		const other = new Writer(server.origin, cookie, here.code, sheets[0] ?? '');
		expect(await other.join()).toEqual({ ok: false, why: 'not-yours' });
		const doc = new Y.Doc();
		doc.getText('notes|text').insert(0, 'x');
		const update = Y.encodeStateAsUpdate(doc);
		expect(await other.send(update)).toEqual({ what: 'refused', why: 'not-yours' });
		const none = new Writer(server.origin, cookie, here.code, 'no-such-sheet');
		expect(await none.join()).toEqual({ ok: false, why: 'no-sheet' });
		for (const writer of [mine, other, none]) writer.close();
	});
	test('larger than any message closes that connection alone', async () => {
		const name = names[1]?.[1] ?? '';
		const { cookie } = await enter(server, here.code, name);
		const writer = new Writer(server.origin, cookie, here.code, sheets[1] ?? '');
		await writer.join();
		await expect(writer.send(new Uint8Array(5 * 1024 * 1024))).rejects.toThrow();
		const again = new Writer(server.origin, cookie, here.code, sheets[1] ?? '');
		await again.join();
		expect(await again.send(again.write('back again'))).toEqual({ what: 'kept' });
		writer.close();
		again.close();
	});
});

describe('a socket', () => {
	test('without a token, with a wrong one or with nonsense is refused', async () => {
		const hello = { as: 'person', workshop: here.code, version: 0 } as const;
		for (const cookie of ['', `baraza-${here.code}=no-token`, `baraza-${here.code}=%E0%A4%A`])
			expect(await connects(server.origin, hello, 'websocket', { cookie })).toBe(false);
		for (const odd of [{}, { as: 'god' }, { ...hello, version: 'x' }, { ...hello, workshop: {} }])
			expect(await connects(server.origin, odd as never, 'websocket', { cookie: '' })).toBe(false);
		expect((await fetch(`${server.origin}/healthz`)).ok).toBe(true);
	});
});

describe('a cookie', () => {
	test('that cannot be read is nobody’s, on every page', async () => {
		for (const path of [
			'/',
			`/join/${here.code}`,
			`/room/${here.code}`,
			'/screen',
			'/facilitate'
		]) {
			const cookie = `baraza-${here.code}=%E0%A4%A; baraza-screen=%FF; better-auth.session_token=%`;
			const response = await fetch(server.origin + path, {
				headers: { cookie },
				redirect: 'manual'
			});
			expect(response.status).toBeLessThan(400);
		}
	});
});

describe('a scenario folder', () => {
	test('without a document or with broken front matter is listed with what is wrong; others load', async () => {
		const { scenarios } = await here.leads.data('/author');
		const listed = scenarios as { slug: string; list: { message: string; hint: string }[] }[];
		expect(listed.map(({ slug }) => slug).sort()).toEqual([
			'broken-front-matter',
			'canary',
			'without-document'
		]);
		for (const { slug, list } of listed) {
			if (slug === 'canary') expect(list).toEqual([]);
			else expect(list[0]?.hint).toMatch(/\w+/);
		}
		const made = await here.leads.act('/facilitate/new', [
			['slug', 'broken-front-matter'],
			['title', 'x'],
			['from', '2027-03-09']
		]);
		expect(made).toMatchObject({ type: 'failure', data: { why: 'no-scenario' } });
	});
});
