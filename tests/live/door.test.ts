import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ClientEvents, Release, ServerEvents } from '../../src/lib/protocol/live';
import type { ServerChild } from '../faults/child';
import { patience } from '../faults/patience';
import { Visitor } from '../faults/visitor';
import {
	account,
	begin,
	cockpit,
	enter,
	prepare,
	production,
	room,
	type Prepared
} from './production';

type Client = Socket<ServerEvents, ClientEvents>;

/** A cut within a second, as proof.md says, and what the network needs on a busy machine. */
const CUT = 1000;

let server: ServerChild;
let leads: Visitor;
let here: Prepared;
let there: Prepared;
const open: Client[] = [];

beforeAll(async () => {
	server = await production();
	leads = await account(server, 'Rosa');
	const names = ['Abdi Ali', 'Beza Bako', 'Cumar Cige', 'Deeqa Dahir', 'Ekow Ellis', 'Faiza Farah'];
	const people = names.map((name, i) => `${name},${i % 2 ? 'Somalia' : 'Kenya'},judge,member`);
	here = await prepare(leads, people);
	there = await prepare(leads, [
		'Abdi Ali,Kenya,judge,member',
		'Hodan Hassan,Somalia,judge,member'
	]);
	await begin(there, 1);
});
afterAll(async () => {
	for (const client of open) client.close();
	await server[Symbol.asyncDispose]();
});

const letters = (name: string) => encodeURIComponent(name);

async function idOf(visitor: Visitor, code: string, name: string): Promise<string> {
	const { names } = await visitor.data(`/join/${code}?q=${letters(name)}`);
	return (names as { id: string; name: string }[]).find((one) => one.name === name)?.id ?? '';
}

/** A device's connection, and when and why it was let go. */
async function connected(cookie: string, code = here.code) {
	const client: Client = io(server.origin, {
		auth: { as: 'person', workshop: code, version: 0 },
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { cookie }
	});
	open.push(client);
	const released = new Promise<Release>((done) => client.once('device:released', done));
	const cut = new Promise<number>((done) => client.once('disconnect', () => done(Date.now())));
	const refused = await new Promise<string>((done) => {
		client.once('connect', () => done(''));
		client.once('connect_error', ({ message }) => done(message));
	});
	return { client, refused, released, cut };
}

/** Whether a cookie opens anything: the room's page or a connection. */
async function opens(cookie: string, code = here.code): Promise<string[]> {
	const page = await fetch(`${server.origin}/room/${code}/__data.json`, { headers: { cookie } });
	const sent = (await page.text()).split('\n')[0] ?? '';
	const { client, refused } = await connected(cookie, code);
	client.close();
	return [...(sent.includes('"redirect"') ? [] : ['page']), ...(refused ? [] : ['socket'])];
}

const run = (what: string, fields: [string, string][] = [], at = here) =>
	leads.act(`/facilitate/${at.id}/run?/${what}`, fields);

/** Somebody asks for a name that is in use. */
async function asks(name: string): Promise<Visitor> {
	const visitor = new Visitor(server.origin);
	const person = await idOf(visitor, here.code, name);
	const asked = await visitor.act(`/join/${here.code}/ask?/name`, [['person', person]]);
	expect(asked).toMatchObject({ type: 'redirect', location: `/join/${here.code}/ask` });
	return visitor;
}

const waiting = async () => (await cockpit(here)).door.waiting;

describe('R17, D3: a token that counts no more', () => {
	const ways: [string, Release, (who: Visitor, person: string) => Promise<unknown>][] = [
		['after "not me"', 'left', (who) => who.act(`/room/${here.code}?/leave`)],
		[
			'of a freed name',
			'freed',
			(_, person) => leads.act(`/facilitate/${here.id}/people?/free`, [['person', person]])
		],
		[
			'after a take-over',
			'replaced',
			async () => {
				await asks('Abdi Ali');
				await run('letIn', [['request', (await waiting())[0]?.id ?? '']]);
			}
		]
	];
	test.each(ways)('%s opens nothing, and its open connections are cut', async (_, why, end) => {
		const person = await idOf(new Visitor(server.origin), here.code, 'Abdi Ali');
		await leads.act(`/facilitate/${here.id}/people?/free`, [['person', person]]);
		const device = await enter(server, here.code, 'Abdi Ali');
		const { cookie } = device;
		expect(await opens(cookie)).toEqual(['page', 'socket']);
		const [one, two] = [await connected(cookie), await connected(cookie)];
		await end(device, person);
		const since = Date.now();
		expect(await one.released).toBe(why);
		expect(Math.max(await one.cut, await two.cut) - since).toBeLessThan(CUT);
		expect(await opens(cookie)).toEqual([]);
	});

	test('cut short, changed by a letter, of another workshop: nobody', async () => {
		const { cookie } = await enter(server, here.code, 'Beza Bako');
		const [name = '', token = ''] = cookie.split('=');
		const other = token.startsWith('A') ? 'B' : 'A';
		for (const wrong of ['', token.slice(0, -1), token + 'A', other + token.slice(1)])
			expect(await opens(`${name}=${wrong}`)).toEqual([]);
		expect(await opens(`baraza-${there.code}=${token}`, there.code)).toEqual([]);
		expect(await opens(cookie, there.code)).toEqual([]);
	});

	test("somebody else's connection cannot be taken up by its id", async () => {
		const { cookie } = await enter(server, here.code, 'Cumar Cige');
		const { client } = await connected(cookie);
		const polling = `${server.origin}/socket.io/?EIO=4&transport=polling&sid=${client.id}`;
		expect((await fetch(polling)).status).toBe(400);
	});

	test('of a workshop that has ended writes nothing and makes no other device', async () => {
		const device = await enter(server, there.code, 'Abdi Ali');
		const { sheet } = (await room(device, there.code)).exercise ?? {};
		const { client } = await connected(device.cookie, there.code);
		const write = async (words: string) => {
			const doc = new Y.Doc();
			const join = { sheet: sheet ?? '', client: doc.clientID, vector: Y.encodeStateVector(doc) };
			await client.emitWithAck('sheet:join', join);
			doc.getText('notes|text').insert(0, words);
			const update = Y.encodeStateAsUpdate(doc);
			return (await client.emitWithAck('sheet:update', { sheet: sheet ?? '', update })).what;
		};
		expect(await write('before')).toBe('kept');
		const { link } = await linkOf(device, there.code);
		await leads.act(`/facilitate/${there.id}/setup?/end`);
		expect(await write('after')).not.toBe('kept');
		const phone = new Visitor(server.origin);
		expect(await phone.act(link)).toMatchObject({ type: 'failure', data: { why: 'not-open' } });
		const other = await idOf(phone, there.code, 'Hodan Hassan').catch(() => '');
		expect(await phone.act(`/join/${there.code}`, [['person', other]])).toMatchObject({
			type: 'failure'
		});
	});
});

/** Makes a link for another device, as its room does. */
async function linkOf(device: Visitor, code = here.code): Promise<{ link: string; qr: string }> {
	const made = await device.act(`/room/${code}?/device`);
	const { address = '', qr = '' } =
		made.type === 'success' ? (made.data['link'] as { address: string; qr: string }) : {};
	return { link: address.replace(server.origin, ''), qr };
}

describe('R15: a name that is taken', () => {
	test('waits in the queue, also over a reload; one tap lets in and lets the old device go', async () => {
		const old = await enter(server, here.code, 'Deeqa Dahir');
		const person = (await room(old, here.code)).me.id;
		const phone = await asks('Deeqa Dahir');
		expect((await phone.data(`/join/${here.code}/ask`))['asked']).toMatchObject({
			name: 'Deeqa Dahir',
			state: 'waiting'
		});
		expect(await opens(phone.cookie)).toEqual([]);
		const [line] = await waiting();
		expect(line).toMatchObject({ name: 'Deeqa Dahir', delegation: 'Somalia', unlisted: null });
		const connection = await connected(old.cookie);
		await run('letIn', [['request', line?.id ?? '']]);
		expect(await connection.released).toBe('replaced');
		expect((await room(phone, here.code)).me).toMatchObject({ id: person, devices: 1 });
		expect(await waiting()).toEqual([]);
		const { over } = await leads.data(`/facilitate/${here.id}/people`);
		expect((over as object[])[0]).toMatchObject({ name: 'Deeqa Dahir', how: 'granted' });
	});

	test('refused, it stays with its device; who asked is told, and may ask again', async () => {
		const phone = await asks('Deeqa Dahir');
		await run('refuse', [['request', (await waiting())[0]?.id ?? '']]);
		const asked = async () => (await phone.data(`/join/${here.code}/ask`))['asked'];
		expect(await asked()).toMatchObject({ state: 'declined' });
		expect(await opens(phone.cookie)).toEqual([]);
		await phone.act(`/join/${here.code}/ask?/takeBack`);
		expect((await phone.data(`/join/${here.code}`))['code']).toBe(here.code);
	});

	test('a browser that asks for one name after another stands in the queue once', async () => {
		const phone = await asks('Deeqa Dahir');
		for (const name of ['Beza Bako', 'Cumar Cige', 'Deeqa Dahir', 'Beza Bako']) {
			const person = (await cockpit(here)).people.find((one) => one.name === name)?.id ?? '';
			await phone.act(`/join/${here.code}/ask?/name`, [['person', person]]);
		}
		expect((await waiting()).map(({ name }) => name)).toEqual(['Beza Bako']);
		await phone.act(`/join/${here.code}/ask?/takeBack`);
		expect(await waiting()).toEqual([]);
	});

	test('is given at once while the doors are open, and listed; not before, and not after', async () => {
		const old = await enter(server, here.code, 'Ekow Ellis');
		const person = (await room(old, here.code)).me.id;
		const claim = async () =>
			(await new Visitor(server.origin).act(`/join/${here.code}`, [['person', person]])).type;
		expect(await claim()).toBe('failure');
		const before = Date.now();
		await run('doors', [['open', 'yes']]);
		const { openUntil } = (await cockpit(here)).door;
		expect((openUntil ?? 0) - before).toBeGreaterThanOrEqual(10 * 60_000);
		expect((openUntil ?? 0) - before).toBeLessThan(11 * 60_000);
		const connection = await connected(old.cookie);
		expect(await claim()).toBe('redirect');
		expect(await connection.released).toBe('replaced');
		expect((await cockpit(here)).door.taken[0]).toMatchObject({ name: 'Ekow Ellis', how: 'doors' });
		await run('doors', [['open', 'no']]);
		expect(await claim()).toBe('failure');
	});
});

describe('R16: another device', () => {
	test('by a link that works once; looking at it uses nothing up; both devices stay', async () => {
		const laptop = await enter(server, here.code, 'Faiza Farah');
		const { link, qr } = await linkOf(laptop);
		expect(qr).toContain('<svg');
		expect(link).toMatch(new RegExp(`^/join/${here.code}/[A-HJKMNP-Z2-9]{8}$`));
		const [phone, stranger] = [new Visitor(server.origin), new Visitor(server.origin)];
		for (let look = 0; look < 3; look++)
			expect((await phone.data(link))['name']).toBe('Faiza Farah');
		expect((await phone.act(link)).type).toBe('redirect');
		expect(await opens(phone.cookie)).toEqual(['page', 'socket']);
		expect(await opens(laptop.cookie)).toEqual(['page', 'socket']);
		expect((await room(laptop, here.code)).me.devices).toBe(2);
		expect(await stranger.act(link)).toMatchObject({ type: 'failure', data: { why: 'bad-link' } });
		// "Not me" on one of them leaves the other in.
		await phone.act(`/room/${here.code}?/leave`);
		expect(await opens(laptop.cookie)).toEqual(['page', 'socket']);
	});

	test('a newer link ends the one before', async () => {
		const laptop = await enter(server, here.code, 'Ekow Ellis').catch(async () => {
			const person = (await cockpit(here)).people.find(({ name }) => name === 'Ekow Ellis')?.id;
			await leads.act(`/facilitate/${here.id}/people?/free`, [['person', person ?? '']]);
			return enter(server, here.code, 'Ekow Ellis');
		});
		const [first, second] = [await linkOf(laptop), await linkOf(laptop)];
		expect((await new Visitor(server.origin).act(first.link)).type).toBe('failure');
		expect((await new Visitor(server.origin).act(second.link)).type).toBe('redirect');
	});
});

describe('R18: not on the list', () => {
	const typed = (name: string, delegation: string): [string, string][] => [
		['name', name],
		['delegation', delegation]
	];
	async function stranger(name: string, delegation: string) {
		const visitor = new Visitor(server.origin);
		await visitor.act(`/join/${here.code}/ask?/listed`, typed(name, delegation));
		const line = (await waiting()).find((one) => one.name === name);
		return { visitor, line, request: ['request', line?.id ?? ''] as [string, string] };
	}

	test('waits, is added to a delegation as it is spelled here, and is in', async () => {
		const { visitor, line, request } = await stranger('Halima Noor', 'Somalai');
		expect(await opens(visitor.cookie)).toEqual([]);
		expect(line?.unlisted).toEqual({ delegation: null, near: 'Somalia', alike: null });
		expect((await cockpit(here)).people.some(({ name }) => name === 'Halima Noor')).toBe(false);
		await run('letIn', [request, ['delegation', 'Somalia']]);
		const { me } = await room(visitor, here.code);
		expect(me).toMatchObject({ name: 'Halima Noor', standing: 'member', devices: 1 });
		const { people } = await leads.data(`/facilitate/${here.id}/people`);
		expect(people).toContainEqual(
			expect.objectContaining({ name: 'Halima Noor', delegation: 'Somalia', joined: true })
		);
	});

	test('a name much like one of the list is that person, if the facilitator says so', async () => {
		const { visitor, line, request } = await stranger('Cumar Ciige', 'Kenya');
		expect(line?.unlisted).toMatchObject({ delegation: 'Kenya', alike: { name: 'Cumar Cige' } });
		await run('letIn', [request, ['person', line?.unlisted?.alike?.id ?? '']]);
		expect((await room(visitor, here.code)).me.name).toBe('Cumar Cige');
	});

	test('refused, nobody was added; two of one name are not added', async () => {
		const before = (await cockpit(here)).people.length;
		const no = await stranger('Ifrah Idle', 'Uganda');
		await run('refuse', [no.request]);
		const twin = await stranger('Halima Noor', 'Somalia');
		expect(await run('letIn', [twin.request, ['delegation', 'Somalia']])).toMatchObject({
			type: 'failure',
			data: { why: 'present' }
		});
		await run('refuse', [twin.request]);
		expect((await cockpit(here)).people).toHaveLength(before);
		const empty = await new Visitor(server.origin).act(
			`/join/${here.code}/ask?/listed`,
			typed(' ', 'Kenya')
		);
		expect(empty).toMatchObject({ type: 'failure', data: { why: 'no-name' } });
	});
});

describe('who is in', () => {
	test('R14: stays the same person over a killed server and another network', async () => {
		const person = (await cockpit(here)).people.find(({ name }) => name === 'Beza Bako')?.id ?? '';
		await leads.act(`/facilitate/${here.id}/people?/free`, [['person', person]]);
		const taken = await post(`/join/${here.code}`, { person });
		const [cookie = ''] = taken.headers.getSetCookie();
		expect(Number(/max-age=(\d+)/i.exec(cookie)?.[1])).toBeGreaterThan(14 * 24 * 3600);
		expect(cookie).toMatch(/httponly/i);
		await server.stop('SIGKILL');
		await server.start();
		expect(await opens(cookie.split(';')[0] ?? '')).toEqual(['page', 'socket']);
		const moved = await fetch(`${server.origin}/room/${here.code}`, {
			headers: { cookie: cookie.split(';')[0] ?? '', ...from('198.51.100.9') },
			redirect: 'manual'
		});
		expect(moved.status).toBe(200);
	});

	test('B5: sixty people behind one address are limited in nothing', async () => {
		const rows = Array.from({ length: 60 }, (_, i) => `Person ${i},Kenya,judge,member`);
		const big = await prepare(leads, rows, { title: 'Sixty' });
		const { people } = await cockpit(big);
		const answers = await Promise.all(
			people.map(async ({ id }) => {
				const search = await fetch(`${server.origin}/join/${big.code}/__data.json?q=person`, {
					headers: from('203.0.113.7')
				});
				const taken = await post(`/join/${big.code}`, { person: id }, from('203.0.113.7'));
				const sent = (await taken.json()) as { type: string };
				const { refused } = await connected(taken.headers.getSetCookie()[0] ?? '', big.code);
				return [search.status, sent.type, refused];
			})
		);
		expect(answers).toEqual(people.map(() => [200, 'redirect', '']));
		await patience(
			async () => (await cockpit(big)).live.here.length === 60,
			5000,
			() => 'not everybody is here'
		);
	});
});

/** As a proxy on this machine passes on what came from an address. */
const from = (address: string) => ({ 'x-forwarded-for': address, 'x-forwarded-proto': 'http' });

function post(
	path: string,
	fields: Record<string, string>,
	headers: object = {}
): Promise<Response> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	return fetch(server.origin + path, {
		method: 'POST',
		body,
		redirect: 'manual',
		headers: {
			origin: server.origin,
			accept: 'application/json',
			'x-sveltekit-action': 'true',
			...headers
		}
	});
}

describe('D4: guessed codes', () => {
	test('thirty wrong ones a minute are answered, whatever address they come from; then right and wrong look alike', async () => {
		const device = await enter(server, here.code, 'Abdi Ali').catch(() => undefined);
		const guess = async (i: number) => {
			const code = `ZZ${String(i).padStart(4, '2').replace(/[01]/g, 'A')}`;
			const sent = await post('/', { code }, from(`203.0.113.${i % 50}`));
			return (await sent.text()).includes('no-workshop');
		};
		let wrong = 0;
		for (let i = 0; i < 200; i += 20) {
			const answers = await Promise.all(Array.from({ length: 20 }, (_, j) => guess(i + j)));
			wrong += answers.filter(Boolean).length;
		}
		expect(wrong).toBe(30);

		const look = async (code: string) => {
			const since = performance.now();
			const page = await fetch(`${server.origin}/join/${code}?q=abdi`, { redirect: 'manual' });
			// Each page has a nonce of its own.
			const text = (await page.text()).replaceAll(/nonce="[^"]*"/g, '');
			return { took: performance.now() - since, status: page.status, text };
		};
		const pairs: { right: number; wrong: number }[] = [];
		for (let i = 0; i < 40; i++) {
			const [right, wrongOne] = [await look(here.code), await look('ZZZZZZ')];
			if (i === 0) {
				expect(right.text.replaceAll(here.code, 'ZZZZZZ')).toBe(wrongOne.text);
				expect(right.status).toBe(wrongOne.status);
				expect(right.text).not.toContain('Canary');
				expect(right.text).not.toContain('Abdi');
			}
			pairs.push({ right: right.took, wrong: wrongOne.took });
		}
		const middle = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
		const [r, w] = [middle(pairs.map((p) => p.right)), middle(pairs.map((p) => p.wrong))];
		expect(Math.abs(r - w)).toBeLessThan(Math.max(5, Math.min(r, w)));
		for (const way of ['/ask?/name', '/ask?/listed', '/ABCD2345', ''])
			expect(await (await post(`/join/${here.code}${way}`, { person: 'x' })).text()).toContain(
				'slow-down'
			);
		// Whoever is in notices nothing.
		if (device) expect(await opens(device.cookie)).toEqual(['page', 'socket']);
	});
});
