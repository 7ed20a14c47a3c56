import { request } from 'node:http';
import { io } from 'socket.io-client';
import type { Handshake } from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';

/** What came back. */
export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

/**
 * Asks with exactly these headers, `Host` and `Origin` included: what a page elsewhere, a proxy or
 * a program may send and `fetch` may not.
 */
export function raw(
	origin: string,
	path: string,
	how: { method?: string; headers?: Record<string, string>; body?: string } = {}
): Promise<Answer> {
	return new Promise((done, fail) => {
		const { method = 'GET', headers = {}, body } = how;
		const sent = request(new URL(path, origin), { method, headers }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('end', () =>
				done({ status: response.statusCode ?? 0, headers: response.headers, body: text })
			);
		});
		sent.on('error', fail).end(body);
	});
}

/** Sends a form as a browser does. */
export function form(
	origin: string,
	path: string,
	fields: Record<string, string>,
	headers: Record<string, string>
): Promise<Answer> {
	const body = new URLSearchParams(fields).toString();
	const type = { 'content-type': 'application/x-www-form-urlencoded' };
	const length = { 'content-length': String(Buffer.byteLength(body)) };
	return raw(origin, path, { method: 'POST', body, headers: { ...type, ...length, ...headers } });
}

/** Whether a socket with these headers is let in. */
export async function connects(
	origin: string,
	auth: Handshake,
	transport: 'websocket' | 'polling',
	headers: Record<string, string>
): Promise<boolean> {
	const client = io(origin, {
		parser,
		auth,
		transports: [transport],
		reconnection: false,
		forceNew: true,
		extraHeaders: headers
	});
	const isIn = await new Promise<boolean>((done) => {
		client.once('connect', () => done(true));
		client.once('connect_error', () => done(false));
	});
	client.close();
	return isIn;
}
