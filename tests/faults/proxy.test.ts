import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pause } from './patience';
import { Proxy, type Toxics } from './proxy';

let server: Server;
let to = '';
/** Requests the server saw. */
const seen: { headers: IncomingHttpHeaders; from: string | undefined }[] = [];

beforeAll(async () => {
	server = createServer((req, res) => {
		seen.push({ headers: req.headers, from: req.socket.remoteAddress });
		const body: Buffer[] = [];
		req.on('data', (piece: Buffer) => body.push(piece));
		req.on('end', () => res.end(Buffer.concat(body)));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	to = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** Sends bytes through and waits for them to come back. @returns ms */
async function echo(proxy: Proxy, body = 'x', headers = {}): Promise<{ ms: number; body: string }> {
	const since = performance.now();
	const got = await new Promise<string>((done, fail) => {
		const sent = request(proxy.origin, { method: 'POST', agent: false, headers }, (res) => {
			let text = '';
			res.setEncoding('utf8').on('data', (part: string) => (text += part));
			res.on('end', () => (res.statusCode === 200 ? done(text) : fail(new Error('refused'))));
		});
		sent.on('error', fail);
		sent.end(body);
	});
	return { ms: performance.now() - since, body: got };
}

async function through(toxics: Toxics, body?: string) {
	await using proxy = await Proxy.open(to, toxics, 7);
	return await echo(proxy, body);
}

const LONG = 'Bẓ😀 word '.repeat(500);

test('what goes in comes out, in order, whatever the way does to it', async () => {
	expect((await through({}, LONG)).body).toBe(LONG);
	const bad: Toxics = {
		slicer: 97,
		latency: { latency: 20, jitter: 20 },
		stall: { share: 0.01, ms: 50 }
	};
	expect((await through(bad, LONG)).body).toBe(LONG);
});

test('latency, stalls and a narrow way take their time', async () => {
	expect((await through({ latency: { latency: 100, jitter: 20 } })).ms).toBeGreaterThan(160);
	expect((await through({ stall: { share: 1, ms: 150 } })).ms).toBeGreaterThan(300);
	expect((await through({ bandwidth: 20_000 }, LONG)).ms).toBeGreaterThan(
		(2 * LONG.length * 1000) / 20_000
	);
});

test('a cut is seen by both ends, one that vanishes by nobody', async () => {
	await using proxy = await Proxy.open(to);
	const told: string[] = [];
	for (const how of ['close', 'reset', 'vanish'] as const) {
		const { port } = new URL(proxy.origin);
		const client = connect(Number(port), '127.0.0.1');
		client.on('error', () => undefined).on('close', () => told.push(how));
		await pause(30);
		expect(proxy.cut(how)).toBe(1);
		await pause(60);
		client.write('POST / HTTP/1.1\r\n\r\n');
		await pause(60);
		expect(told.includes(how)).toBe(how !== 'vanish');
	}
	const before = seen.length;
	await pause(50);
	expect(seen.length).toBe(before);
	proxy.down = true;
	await expect(echo(proxy)).rejects.toThrow();
	proxy.down = false;
	expect((await echo(proxy)).body).toBe('x');
});

test('headers are put in, another address is seen, and an upgrade is refused', async () => {
	const headers = { 'x-forwarded-for': '203.0.113.7' };
	const linux = process.platform === 'linux';
	await using proxy = await Proxy.open(to, { headers, ...(linux && { from: '127.0.0.2' }) });
	await echo(proxy, LONG);
	expect(seen.at(-1)?.headers).toMatchObject(headers);
	if (linux) expect(seen.at(-1)?.from).toContain('127.0.0.2');
	proxy.toxics = { refuseUpgrade: true };
	const upgrade = { connection: 'Upgrade', upgrade: 'websocket' };
	await expect(echo(proxy, 'x', upgrade)).rejects.toThrow('refused');
	expect(proxy.refused).toBe(1);
	expect((await echo(proxy)).body).toBe('x');
});
