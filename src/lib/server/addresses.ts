import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { encode, renderSVG } from 'uqr';

/** Port the server listens on; 0 until it does. */
let port = 0;
let bound: string | undefined;

/** Remembers where the server listens, once it does. */
export function listensOn(http: Server): void {
	const address = http.address();
	if (address === null || typeof address === 'string') return;
	port = address.port;
	bound = ['::', '0.0.0.0'].includes(address.address) ? undefined : address.address;
}

/**
 * Addresses to give out, e.g. `http://192.168.8.20:3000`: the room's network first, this machine's
 * own last.
 */
export function addresses(): string[] {
	const show = (host: string) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
	if (bound) return [show(bound)];
	const lan = Object.entries(networkInterfaces())
		.filter(([name]) => !/^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap)/.test(name))
		.flatMap(([, list]) => list ?? [])
		.filter((one) => one.family === 'IPv4' && !one.internal && !one.address.startsWith('169.254.'))
		.map((one) => one.address);
	return [...lan.sort((a, b) => likelihood(a) - likelihood(b)).map(show), show('localhost')];
}

/**
 * The address that a browser gives on to another device of the same room: the one it uses itself,
 * unless only this computer can use it.
 * @param url as the browser asked
 */
export function addressFor(url: URL): string {
	const own = /^(localhost|127\..*|\[::1\])$/.test(url.hostname);
	return (own && addresses()[0]) || url.origin;
}

/** The address given out until it changed, and when it did (ms since 1970). */
export interface AddressChange {
	before: string;
	at: number;
}

let change: AddressChange | undefined;

/** The last change of the address that is given out since the server was started. */
export function addressChange(): AddressChange | undefined {
	return change;
}

/** How often the addresses are looked at, ms: nothing tells when a network gives another. */
const LOOK = 3_000;

/**
 * Notices when the room's network gives this computer another address.
 * @param changed is called with it
 * @returns what ends it
 */
export function watchAddresses(changed: (first: string) => void): () => void {
	let known = '';
	const timer = setInterval(() => {
		const [first = ''] = port ? addresses() : [];
		// Without any network there is nothing to give out; the next one is compared with the last.
		if (!first || first.startsWith('http://localhost') || first === known) return;
		if (known) {
			change = { before: known, at: Date.now() };
			changed(first);
		}
		known = first;
	}, LOOK);
	return () => clearInterval(timer);
}

/** Home and hotel networks first. */
function likelihood(address: string): number {
	if (address.startsWith('192.168.')) return 0;
	if (/^(10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)) return 1;
	return 2;
}

/** The joining page of a workshop as a QR code: the SVG's path only, its modules, and its size. */
export function qr(text: string): string {
	return renderSVG(text, { border: 2, whiteColor: '#FFFFFF', blackColor: '#1F1D1A' });
}

/** The same in characters, for the console. */
export function qrBlocks(text: string): string {
	const { data } = encode(text, { border: 2 });
	const lines: string[] = [];
	for (let y = 0; y < data.length; y += 2)
		lines.push(
			(data[y] ?? [])
				.map((top, x) => [' ', '▄', '▀', '█'][(top ? 0 : 2) + (data[y + 1]?.[x] ? 0 : 1)])
				.join('')
		);
	return lines.join('\n');
}
