import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Connection } from '../../src/lib/live/connection.svelte';
import { LiveSheet } from '../../src/lib/live/sheet.svelte';
import type { ClientEvents, ServerEvents } from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';
import { LAYOUT } from '../fixtures/sheet';

/** The smallest server that speaks the protocol: one sheet, everything kept. */
let http: HttpServer;
let io: Server<ClientEvents, ServerEvents>;
let port = 0;
const doc = new Y.Doc();
const places: unknown[] = [];
const handshakes: unknown[] = [];
let refuse: string | undefined;

async function start() {
	http = createServer();
	io = new Server(http, { parser, pingInterval: 4000, pingTimeout: 7000 });
	io.use((socket, next) => {
		handshakes.push(socket.handshake.auth);
		next(refuse ? new Error(refuse) : undefined);
	});
	io.on('connection', (socket) => {
		socket.on('presence:move', (place) => places.push(place));
		socket.on('sheet:join', ({ vector }, ack) => {
			const update = Y.encodeStateAsUpdate(doc, new Uint8Array(vector));
			ack({ ok: true, may: 'write', update, vector: Y.encodeStateVector(doc) });
		});
		for (const event of ['sheet:update', 'sheet:catch-up'] as const)
			socket.on(event, ({ sheet, update }, ack) => {
				Y.applyUpdate(doc, new Uint8Array(update));
				ack({ what: 'kept' });
				socket.broadcast.emit('sheet:updated', { sheet, update });
			});
	});
	await new Promise<void>((done) => http.listen(port, '127.0.0.1', done));
	port = (http.address() as AddressInfo).port;
}

const open: (() => void)[] = [];

function page(version = 3) {
	const who = { as: 'person', workshop: 'KTR7WM' } as const;
	const loaded = { version, now: Date.now(), parts: { title: 'as loaded', stage: 'first' } };
	const connection = new Connection(who, loaded);
	const sheet = new LiveSheet('s', LAYOUT, connection);
	open.push(sheet.connect(), connection.connect());
	return { connection, sheet };
}

beforeEach(async () => {
	await start();
	vi.stubGlobal('location', { protocol: 'http:', host: `127.0.0.1:${port}` });
	vi.stubGlobal('window', new EventTarget());
	vi.stubGlobal('document', new EventTarget());
	vi.stubGlobal('navigator', { onLine: true });
});
afterEach(async () => {
	for (const close of open.splice(0)) close();
	refuse = undefined;
	vi.unstubAllGlobals();
	await io.close();
});

const online = (...pages: { connection: Connection<object> }[]) =>
	vi.waitFor(
		() => {
			for (const { connection } of pages) expect(connection.state).toBe('online');
		},
		{ timeout: 5000 }
	);

test('what one types another reads, and it is saved only when the server said so', async () => {
	const [a, b] = [page(), page()];
	await online(a, b);
	a.sheet.text('notes', 'text').insert(0, 'over a real socket ẓ😀');
	expect(a.sheet.saved).toBe('saving');
	await vi.waitFor(() => expect(b.sheet.value.notes).toBe('over a real socket ẓ😀'));
	await vi.waitFor(() => expect([a.sheet.saved, a.sheet.unsaved]).toEqual(['saved', 0]));
	expect(handshakes.at(-1)).toEqual({
		as: 'person',
		workshop: 'KTR7WM',
		hearsAll: true,
		version: 3
	});
});

test('a server that stops is said to be at fault; edits wait and go when it is back', async () => {
	const a = page();
	await online(a);
	await io.close();
	await vi.waitFor(() => expect(a.connection.state).toBe('offline-server'));
	a.sheet.text('notes', 'text').insert(0, 'meanwhile ');
	expect([a.sheet.saved, a.sheet.unsaved]).toEqual(['offline', 1]);
	await start();
	await vi.waitFor(() => expect(a.sheet.saved).toBe('saved'), { timeout: 5000 });
	expect(doc.getText('notes|text').toString()).toContain('meanwhile ');
});

test('a device without a network is told so', async () => {
	const a = page();
	await online(a);
	vi.stubGlobal('navigator', { onLine: false });
	await io.close();
	await vi.waitFor(() => expect(a.connection.state).toBe('offline-device'));
	await start();
});

test('changed parts replace those of the page; an older view that comes late is ignored', async () => {
	const { connection } = page();
	await online({ connection });
	io.emit('workshop:changed', { version: 5, now: Date.now() + 60_000, parts: { stage: 'second' } });
	await vi.waitFor(() => expect(connection.version).toBe(5));
	expect(connection.parts).toEqual({ title: 'as loaded', stage: 'second' });
	io.emit('workshop:changed', { version: 4, now: Date.now(), parts: { stage: 'older' } });
	io.emit('presence:changed', [{ person: 'p', at: 'notes|text', writing: true }]);
	await vi.waitFor(() => expect(connection.presence).toHaveLength(1));
	expect(connection.parts).toEqual({ title: 'as loaded', stage: 'second' });
	connection.loaded({ version: 4, now: Date.now(), parts: { title: 'old', stage: 'old' } });
	expect(connection.parts.stage).toBe('second');
});

test('the time is the server’s, also when this device’s own clock is changed meanwhile', async () => {
	const { connection } = page();
	await online({ connection });
	const served = Date.now() + 3 * 3_600_000;
	io.emit('workshop:changed', { version: 5, now: served, parts: {} });
	await vi.waitFor(() => expect(connection.version).toBe(5));
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 2 * 3_600_000 });
	const shown = connection.now;
	vi.useRealTimers();
	expect(shown - served).toBeGreaterThanOrEqual(0);
	expect(shown - served).toBeLessThan(5_000);
});

test('where somebody is reaches the server', async () => {
	const { connection } = page();
	await online({ connection });
	connection.place.wrote('notes|text');
	await vi.waitFor(() => expect(places.at(-1)).toEqual({ at: 'notes|text', writing: true }));
});

test('a device that is not let in is told why, and does not keep trying', async () => {
	refuse = 'not-signed-in';
	const { connection } = page();
	await vi.waitFor(() => expect(connection.state).toBe('refused'), { timeout: 5000 });
	expect(connection.refusal).toBe('not-signed-in');
	const tries = handshakes.length;
	await new Promise((done) => setTimeout(done, 2000));
	expect(handshakes).toHaveLength(tries);
	expect(connection.state).toBe('refused');
});

test('R14: a device that slept does not believe its connection, and connects anew at once', async () => {
	const a = page();
	await online(a);
	const before = handshakes.length;
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3600_000 });
	window.dispatchEvent(new Event('focus'));
	a.sheet.text('notes', 'text').insert(0, 'after the lid was opened ');
	await vi.waitFor(() => expect(handshakes.length).toBe(before + 1), { timeout: 1000 });
	await vi.waitFor(() => expect(a.sheet.saved).toBe('saved'), { timeout: 3000 });
	vi.useRealTimers();
	expect(doc.getText('notes|text').toString()).toContain('after the lid was opened ');
});

test('R14: a page that the back button shows again is as it was, and goes on', async () => {
	const a = page();
	await online(a);
	window.dispatchEvent(new Event('pagehide'));
	await vi.waitFor(() => expect(io.engine.clientsCount).toBe(0));
	a.sheet.text('notes', 'text').insert(0, 'while hidden ');
	expect([a.sheet.saved, a.sheet.unsaved]).toEqual(['offline', 1]);
	await new Promise((done) => setTimeout(done, 1000));
	expect(io.engine.clientsCount).toBe(0);
	window.dispatchEvent(new Event('pageshow'));
	await vi.waitFor(() => expect(a.sheet.saved).toBe('saved'), { timeout: 3000 });
});

test('R14: a server that sends everybody away sees them again', async () => {
	const a = page();
	await online(a);
	io.disconnectSockets();
	await vi.waitFor(() => expect(a.connection.state).toBe('offline-server'));
	await online(a);
});

test('a network that is gone is believed at once, and one that is back is used at once', async () => {
	const a = page();
	await online(a);
	vi.stubGlobal('navigator', { onLine: false });
	await io.close();
	window.dispatchEvent(new Event('offline'));
	await vi.waitFor(() => expect(a.connection.state).toBe('offline-device'), { timeout: 500 });
	await start();
	vi.stubGlobal('navigator', { onLine: true });
	window.dispatchEvent(new Event('online'));
	await vi.waitFor(() => expect(a.connection.state).toBe('online'), { timeout: 3000 });
});
