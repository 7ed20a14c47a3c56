import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isOurHost, isSameOrigin, tellTruth } from './origin';

const request = (headers: Record<string, string>, remoteAddress = '192.168.8.31') =>
	({ headers: { ...headers }, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('isOurHost', () => {
	test('an address, a name without a dot and a local ending are this machine', () => {
		for (const host of [
			'192.168.8.20:3000',
			'127.0.0.1',
			'[fd00::2]:3000',
			'localhost:3000',
			'mikoko',
			'baraza.local',
			'baraza.lan:3000',
			'baraza.internal',
			'hall.home.arpa',
			'BARAZA.LAN.'
		])
			expect(isOurHost(host), host).toBe(true);
	});
	test('any other name may be a page elsewhere whose name was made to point here', () => {
		for (const host of [undefined, '', 'evil.example', 'evil.example:3000', 'lan.evil.com', '.'])
			expect(isOurHost(host), host).toBe(false);
	});
});

describe('tellTruth', () => {
	test('forged forwarding headers of an untrusted address are replaced', () => {
		const req = request({
			host: 'baraza.lan',
			'x-forwarded-proto': 'https',
			'x-forwarded-host': 'evil.example',
			'x-forwarded-for': '1.2.3.4'
		});
		tellTruth(req);
		expect(req.headers).toEqual({
			host: 'baraza.lan',
			'x-forwarded-proto': 'http',
			'x-forwarded-for': '192.168.8.31'
		});
	});
	test('a proxy on this machine is believed', () => {
		const sent = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'baraza.example' };
		const req = request(sent, '127.0.0.1');
		tellTruth(req);
		expect(req.headers).toEqual({ ...sent, 'x-forwarded-for': '127.0.0.1' });
	});
});

describe('isSameOrigin', () => {
	test('a page of this address, or none, is let in', () => {
		expect(isSameOrigin(request({ host: 'a.lan:3000' }))).toBe(true);
		expect(isSameOrigin(request({ host: 'a.lan:3000', origin: 'http://a.lan:3000' }))).toBe(true);
	});
	test('another site, another port and an opaque origin are not', () => {
		for (const origin of ['http://evil.example', 'http://a.lan:3001', 'null', 'x'])
			expect(isSameOrigin(request({ host: 'a.lan:3000', origin }))).toBe(false);
	});
	test("a trusted proxy's host counts, an untrusted one's does not", () => {
		const headers = {
			host: 'inside:3000',
			origin: 'https://baraza.example',
			'x-forwarded-proto': 'https',
			'x-forwarded-host': 'baraza.example'
		};
		expect(isSameOrigin(request(headers, '127.0.0.1'))).toBe(true);
		expect(isSameOrigin(request(headers))).toBe(false);
	});
});
