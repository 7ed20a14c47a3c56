import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerChild } from '../faults/child';
import type { Visitor } from '../faults/visitor';
import { account, begin, enter, prepare, production, room, type Prepared } from './production';
import { connects, form, raw } from './raw';

let server: ServerChild;
let here: Prepared;
let member: Visitor;
let origin = '';

beforeAll(async () => {
	server = await production({ BARAZA_LOG: 'trace', HOST: '0.0.0.0' });
	({ origin } = server);
	here = await prepare(await account(server, 'Rosa'), [
		'Abdi Secretname,Kenya,judge,member',
		'Beza Two,Somalia,judge,member'
	]);
	await begin(here, 1);
	member = await enter(server, here.code, 'Abdi Secretname');
});
afterAll(() => server[Symbol.asyncDispose]());

const host = () => new URL(origin).host;
const hello = () => ({ as: 'person', workshop: here.code, version: 0 }) as const;
const isDone = async () => (await room(member, here.code)).done !== null;
const done = (headers: Record<string, string>) =>
	form(origin, `/room/${here.code}?/done`, {}, { cookie: member.cookie, ...headers });
const undone = () =>
	form(origin, `/room/${here.code}?/undone`, {}, { cookie: member.cookie, origin });

describe('a form', () => {
	test.each([
		['another site', () => ({ origin: 'http://elsewhere.example' })],
		['another port of this machine', () => ({ origin: 'http://127.0.0.1:1' })],
		['a page without an origin', () => ({ origin: 'null' })],
		['https, when it was served over http', () => ({ origin: `https://${host()}` })]
	])('from %s is refused and changes nothing', async (_, headers) => {
		expect((await done(headers())).status).toBe(403);
		expect(await isDone()).toBe(false);
	});
	test('without any Origin is refused', async () => {
		expect((await done({})).status).toBe(403);
		expect(await isDone()).toBe(false);
	});
	test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
		'as %s from another site is refused too',
		async (type) => {
			const headers = { origin: 'http://elsewhere.example', 'content-type': type };
			expect((await done(headers)).status).toBeGreaterThanOrEqual(400);
			expect(await isDone()).toBe(false);
		}
	);
	test.each([
		'localhost',
		'127.0.0.1',
		'192.168.8.20',
		'baraza',
		'baraza.lan',
		'rosas-laptop.local'
	])(
		'from a page of http://%s, by which people came, is taken without any setting',
		async (name) => {
			const at = `${name}:${server.port}`;
			expect((await done({ host: at, origin: `http://${at}` })).status).toBe(200);
			expect(await isDone()).toBe(true);
			await undone();
		}
	);
	test('of the language cannot be used to lead people elsewhere', async () => {
		for (const to of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example']) {
			const answer = await form(origin, '/language', { language: 'sw', to }, { origin });
			expect(answer).toMatchObject({ status: 303, headers: { location: '/' } });
		}
	});
});

describe('a page and a script elsewhere', () => {
	test('may not read an answer: nothing allows another origin', async () => {
		for (const path of ['/', `/room/${here.code}/__data.json`, '/healthz']) {
			const headers = { origin: 'http://elsewhere.example', cookie: member.cookie };
			const answer = await raw(origin, path, { headers });
			expect(answer.headers['access-control-allow-origin']).toBeUndefined();
		}
		const asked = await raw(origin, `/room/${here.code}`, {
			method: 'OPTIONS',
			headers: {
				origin: 'http://elsewhere.example',
				'access-control-request-method': 'POST'
			}
		});
		expect(asked.headers['access-control-allow-origin']).toBeUndefined();
	});
	test('may not frame any page, and no page runs what is not ours', async () => {
		const early = createHash('sha256').update(readFileSync('src/lib/page/early.js'));
		const ours = `'self' 'sha256-${early.digest('base64')}'`;
		for (const path of ['/', `/join/${here.code}`, `/room/${here.code}`, '/screen']) {
			const { headers } = await raw(origin, path, { headers: { cookie: member.cookie } });
			const policy = String(headers['content-security-policy']);
			expect(headers['x-frame-options']).toBe('DENY');
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['referrer-policy']).toBe('same-origin');
			if (path === `/join/${here.code}`) continue; // led on to the room: no page
			const rules = new Map(
				policy.split(';').map((rule) => {
					const [name = '', ...sources] = rule.trim().split(' ');
					return [name, sources.join(' ')];
				})
			);
			expect(rules.get('default-src')).toBe(`'none'`);
			expect(rules.get('frame-ancestors')).toBe(`'none'`);
			expect(rules.get('base-uri')).toBe(`'none'`);
			expect(rules.get('object-src')).toBe(`'none'`);
			expect(rules.get('form-action')).toBe(`'self'`);
			expect(rules.get('connect-src')).toBe(`'self'`);
			// and what Kit wrote into this answer
			expect(rules.get('script-src')?.replace(/ 'nonce-[\w+/=]+'$/, '')).toBe(ours);
		}
	});
	test.each(['websocket', 'polling'] as const)('opens no socket by %s', async (by) => {
		const { cookie } = member;
		for (const origin of ['http://elsewhere.example', 'http://127.0.0.1:1', 'null'])
			expect(await connects(server.origin, hello(), by, { cookie, origin })).toBe(false);
		expect(await connects(origin, hello(), by, { cookie, origin })).toBe(true);
	});
});

describe('a name elsewhere that was made to point here', () => {
	const names = ['elsewhere.example', 'baraza.lan.elsewhere.example', '127.0.0.1.nip.io'];
	test.each(names)('%s gets 421 and a sentence, on every path', async (name) => {
		for (const path of ['/', `/join/${here.code}`, '/healthz', `/room/${here.code}/__data.json`]) {
			const answer = await raw(origin, path, { headers: { host: name } });
			expect(answer.status).toBe(421);
			expect(answer.body).toMatch(/Open the address on the screen/);
		}
		const posted = await form(
			origin,
			`/`,
			{ code: here.code },
			{
				host: name,
				origin: `http://${name}`
			}
		);
		expect([403, 421]).toContain(posted.status);
	});
	test.each(names)('%s gets no socket either', async (name) => {
		const headers = { cookie: member.cookie, host: name, origin: `http://${name}` };
		for (const by of ['websocket', 'polling'] as const)
			expect(await connects(origin, hello(), by, headers)).toBe(false);
	});
});

describe('behind a proxy on the same machine that speaks https', () => {
	const proxied = {
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'workshops.example.org',
		'x-forwarded-for': '203.0.113.9'
	};
	const page = 'https://workshops.example.org';
	test('forms are taken, and cookies are Secure', async () => {
		expect((await done({ ...proxied, origin: page })).status).toBe(200);
		expect(await isDone()).toBe(true);
		await undone();
		const answer = await raw(origin, '/screen', { headers: proxied });
		expect(answer.status).toBe(200);
		expect(String(answer.headers['set-cookie'])).toMatch(/baraza-screen=.*; Secure/);
	});
	test('a post from another site is refused all the same', async () => {
		expect((await done({ ...proxied, origin: 'https://elsewhere.example' })).status).toBe(403);
		expect((await done({ ...proxied, origin })).status).toBe(403);
	});
	test('sockets come by the name people came by', async () => {
		const cookie = member.cookie;
		for (const by of ['websocket', 'polling'] as const) {
			const headers = { cookie, ...proxied, origin: page };
			expect(await connects(origin, hello(), by, headers)).toBe(true);
			const foreign = { ...headers, origin: 'https://elsewhere.example' };
			expect(await connects(origin, hello(), by, foreign)).toBe(false);
		}
	});
	test('the header of the host alone, without the one of the protocol, is no proxy', async () => {
		const forged = { 'x-forwarded-host': 'elsewhere.example' };
		expect((await done({ ...forged, origin: 'http://elsewhere.example' })).status).toBe(403);
		const answer = await raw(origin, '/', { headers: { ...forged, host: 'elsewhere.example' } });
		expect(answer.status).toBe(421);
	});
});

describe('from an address that is no trusted proxy', () => {
	const lan = Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
	const forged = {
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'elsewhere.example',
		'x-forwarded-for': '127.0.0.1'
	};
	test.skipIf(!lan)('forged headers of a proxy help nobody', async () => {
		const there = `http://${lan}:${server.port}`;
		const headers = { ...forged, cookie: member.cookie, origin: 'https://elsewhere.example' };
		const posted = await form(there, `/room/${here.code}?/done`, {}, headers);
		expect(posted.status).toBe(403);
		expect(await connects(there, hello(), 'websocket', headers)).toBe(false);
		const page = await raw(there, '/screen', { headers: { ...forged, host: 'elsewhere.example' } });
		expect(page.status).toBe(421);
		const screen = await raw(there, '/screen', { headers: forged });
		expect(String(screen.headers['set-cookie'])).not.toMatch(/Secure/);
	});
});

describe('cookies', () => {
	test('over http are HttpOnly, SameSite and not Secure, so that a LAN keeps them', async () => {
		const screen = await raw(origin, '/screen', { headers: { host: `baraza.lan:${server.port}` } });
		const signed = await form(
			origin,
			'/facilitate/sign-in',
			{ email: 'rosa@example.org', password: 'a short sentence' },
			{ origin }
		);
		const lines = [screen, signed].flatMap(({ headers }) => headers['set-cookie'] ?? []);
		expect(lines.length).toBeGreaterThanOrEqual(2);
		for (const line of lines) {
			expect(line).toMatch(/; HttpOnly/i);
			expect(line).toMatch(/; SameSite=Lax/i);
			expect(line).not.toMatch(/^__|; Secure/i); // browsers refuse `__Secure-…` over http
		}
	});
});

describe('the log', () => {
	test('holds no secret and no name, whatever was asked', async () => {
		const token = member.cookie.split('=')[1] ?? '';
		const session = here.leads.cookie.split('=')[1] ?? '';
		await raw(origin, `/room/${here.code}?token=${token}`, { headers: { cookie: `x=${token}` } });
		expect(token.length).toBeGreaterThan(20);
		// The link of the first account is meant to be printed, and is no good any more.
		const said = server.said.replace(/\/facilitate\/first\/\S+/, '');
		for (const secret of [token, session, 'a short sentence', 'Secretname', 'rosa@example.org'])
			expect(said).not.toContain(secret);
	});
});
