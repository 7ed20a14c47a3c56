import { io, type Socket } from 'socket.io-client';
import type { ClientEvents, Release, ServerEvents } from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';
import type { ServerChild } from '../faults/child';
import type { Visitor } from '../faults/visitor';

export type Client = Socket<ServerEvents, ClientEvents>;

/** A device's connection: why it was refused, if it was, and why and when it was let go. */
export interface Connected {
	client: Client;
	refused: string;
	released: Promise<Release>;
	cut: Promise<number>;
}

/** Connects with a person's cookie. */
export async function connected(
	{ origin }: ServerChild,
	code: string,
	cookie: string
): Promise<Connected> {
	const client: Client = io(origin, {
		parser,
		auth: { as: 'person', workshop: code, version: 0 },
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { cookie }
	});
	const released = new Promise<Release>((done) => client.once('device:released', done));
	const cut = new Promise<number>((done) => client.once('disconnect', () => done(Date.now())));
	const refused = await new Promise<string>((done) => {
		client.once('connect', () => done(''));
		client.once('connect_error', ({ message }) => done(message));
	});
	return { client, refused, released, cut };
}

/** What a cookie opens: the room's page, a connection, both or nothing. */
export async function opens(
	server: ServerChild,
	code: string,
	cookie: string
): Promise<('page' | 'socket')[]> {
	const page = await fetch(`${server.origin}/room/${code}/__data.json`, { headers: { cookie } });
	const sent = (await page.text()).split('\n')[0] ?? '';
	const { client, refused } = await connected(server, code, cookie);
	client.close();
	return [
		...(sent.includes('"redirect"') ? [] : (['page'] as const)),
		...(refused ? [] : (['socket'] as const))
	];
}

/** Id of somebody of the list, as whoever joins finds it. */
export async function idOf(visitor: Visitor, code: string, name: string): Promise<string> {
	const { names } = await visitor.data(`/join/${code}?q=${encodeURIComponent(name)}`);
	return (names as { id: string; name: string }[]).find((one) => one.name === name)?.id ?? '';
}

/** Makes a link for another device, as its room does. @returns its path, and the QR code */
export async function linkOf(device: Visitor, code: string): Promise<{ link: string; qr: string }> {
	const made = await device.act(`/room/${code}?/device`);
	const { address = '', qr = '' } =
		made.type === 'success' ? (made.data['link'] as { address: string; qr: string }) : {};
	return { link: address.replace(device.origin, ''), qr };
}

/** Sends a form without a browser's memory: the answer shows what it would keep. */
export function post(
	{ origin }: ServerChild,
	path: string,
	fields: Record<string, string>,
	headers: object = {}
): Promise<Response> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	return fetch(origin + path, {
		method: 'POST',
		body,
		redirect: 'manual',
		headers: { origin, accept: 'application/json', 'x-sveltekit-action': 'true', ...headers }
	});
}

/** As a proxy on this machine passes on what came from an address. */
export const from = (address: string) => ({
	'x-forwarded-for': address,
	'x-forwarded-proto': 'http'
});
