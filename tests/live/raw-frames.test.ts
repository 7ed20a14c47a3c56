import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerChild } from '../faults/child';
import { figure, lengths } from '../faults/proof';
import { mutated } from '../fixtures/mutated';
import { seeded } from '../fixtures/seeded';
import { Encoder } from '../../src/lib/protocol/parser';
import { account, begin, enter, prepare, production } from './production';
import { Writer } from './writer';

const FRAMES = lengths(5000, 20_000, 100_000);
/** For all of them, ms. */
const LIMIT = lengths(60_000, 900_000);
/** Frames on one connection, until the server has closed it. */
const EACH = 10;
const ALIVE = 250;

let server: ServerChild;
let honest: Writer;
let cookie = '';
let code = '';

beforeAll(async () => {
	server = await production();
	const here = await prepare(await account(server, 'Rosa'), [
		'Abdi One,Kenya,judge,member',
		'Beza One,Somalia,judge,member'
	]);
	const { teams } = await begin(here, 1);
	({ code } = here);
	const mate = await enter(server, code, 'Abdi One');
	honest = new Writer(server.origin, mate.cookie, code, teams[0]?.sheet ?? '');
	await honest.join();
	({ cookie } = await enter(server, code, 'Beza One'));
});
afterAll(async () => {
	honest.close();
	await server[Symbol.asyncDispose]();
});

const utf8 = (text: string) => new TextEncoder().encode(text);
const packet = (data: unknown[], id = 1) =>
	new Encoder().encode({ type: 2, nsp: '/', id, data })[0] as Uint8Array;

/** What Socket.IO's own tests and advisories are about, and frames of this parser. */
const TEXTS = [
	'42["sheet:update",{"sheet":"x"}]',
	'451-["sheet:update",{"_placeholder":true,"num":0}]',
	'4510-["x"]',
	'4511-["x",{"_placeholder":true,"num":-1}]',
	'42999999999999999999["presence:move",{}]',
	'43["x"]',
	'42["disconnect"]',
	'42["__proto__",{"__proto__":{"a":1}}]',
	'42[[[[[[[[',
	'40/admin,{"token":1}',
	'41',
	'3',
	'5',
	'6',
	'9',
	''
].map(utf8);
const FRAMES_OF_OURS = [
	packet(['sheet:update', { sheet: 'x'.repeat(16), update: new Uint8Array(40) }]),
	packet(['sheet:join', { sheet: 'x'.repeat(16), client: 7, vector: new Uint8Array([0]) }]),
	new Uint8Array([4, 255, 255, 255, 255, 15, 0]),
	new Uint8Array([0, 2, 0, 200, 200, 200, 200])
];

/** One WebSocket message from a client, whole or in two pieces, as RFC 6455 wants it or not. */
function masked(bytes: Uint8Array, opcode: number, random: (below: number) => number): Buffer[] {
	const cut = random(5) === 0 ? random(bytes.length + 1) : bytes.length;
	const piece = (part: Uint8Array, first: number) => {
		const long = part.length > 125;
		const head = [first, 0x80 | (long ? 126 : part.length)];
		if (long) head.push(part.length >> 8, part.length & 255);
		return Buffer.from([...head, 0, 0, 0, 0, ...part]);
	};
	if (cut === bytes.length) return [piece(bytes, 0x80 | opcode)];
	return [piece(bytes.subarray(0, cut), opcode), piece(bytes.subarray(cut), 0x80)];
}

/** A WebSocket by hand: whoever has a cookie is let in, then sends frames until it is cut off. */
function send(frames: Buffer[]): Promise<void> {
	return new Promise((done, fail) => {
		const tcp = connectTcp(server.port, '127.0.0.1');
		const hello = Buffer.concat(
			masked(utf8(`40${JSON.stringify({ as: 'person', workshop: code, version: 0 })}`), 1, () => 1)
		);
		tcp.setTimeout(10_000, () => tcp.destroy(new Error('the server neither answers nor closes')));
		tcp.once('error', (error) => ('code' in error ? done() : fail(error)));
		tcp.once('close', () => done());
		tcp.once('data', () => {
			tcp.write(hello);
			for (const frame of frames) tcp.write(frame);
			tcp.end();
		});
		tcp.resume();
		tcp.write(
			[
				'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
				`Host: 127.0.0.1:${server.port}`,
				'Connection: Upgrade',
				'Upgrade: websocket',
				'Sec-WebSocket-Version: 13',
				'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==',
				`Cookie: ${cookie}`,
				'',
				''
			].join('\r\n')
		);
	});
}

async function stillWorks(round: number): Promise<void> {
	expect(await honest.send(honest.write(` ${round}`))).toEqual({ what: 'kept' });
	expect(honest.online).toBe(true);
}

describe('C1, R22: frames that no browser sends', { timeout: LIMIT }, () => {
	test(`${FRAMES} of them end their own connection at most`, async () => {
		const random = seeded(20261125);
		const one = <T>(list: T[]) => list[random(list.length)] as T;
		const { pid } = server;
		for (let sent = 0; sent < FRAMES; sent += EACH) {
			const frames = Array.from({ length: EACH }, () => {
				const binary = random(2) === 0;
				const bytes = one(binary ? FRAMES_OF_OURS : TEXTS);
				const opcode = random(20) === 0 ? random(16) : binary ? 2 : 1;
				return masked(random(3) === 0 ? bytes : mutated(bytes, random), opcode, random);
			});
			await send(frames.flat());
			if (sent % ALIVE === 0) await stillWorks(sent);
		}
		await stillWorks(FRAMES);
		expect(server.pid).toBe(pid);
		expect(server.said).not.toMatch(/TypeError|RangeError|uncaught/i);
		figure(
			'C1',
			`${FRAMES} malformed frames`,
			'the same process answers; the team-mate’s connection stood'
		);
	});

	test('bodies of polling that are none are refused', async () => {
		const at = `${server.origin}/socket.io/?EIO=4&transport=polling`;
		const [, sid = ''] = /"sid":"([^"]+)"/.exec(await (await fetch(at)).text()) ?? [];
		for (const body of ['', '\x1e\x1e\x1e', 'bAAAA', 'b!!!', '4'.repeat(70_000), '\ufffd\0'])
			await fetch(`${at}&sid=${sid}`, { method: 'POST', body }).catch(() => undefined);
		await stillWorks(1);
	});
});
