import type { IncomingMessage } from 'node:http';
import { hostname } from 'node:os';
import { isIP } from 'node:net';

/** Addresses of proxies whose word about the original request is taken. */
const proxies = new Set([
	'127.0.0.1',
	'::1',
	'::ffff:127.0.0.1',
	...(process.env.BARAZA_PROXY ?? '').split(',').map((one) => one.trim())
]);

/** Whether a request came through a proxy we trust. */
export function isProxied(req: IncomingMessage): boolean {
	return (
		req.headers['x-forwarded-proto'] !== undefined && proxies.has(req.socket.remoteAddress ?? '')
	);
}

/**
 * Tells adapter-node the truth about a request: it would else believe any header, or assume https.
 * Must run before every other listener.
 */
export function tellTruth(req: IncomingMessage): void {
	const { headers, socket } = req;
	if (isProxied(req)) {
		headers['x-forwarded-for'] ??= socket.remoteAddress; // its absence would throw
		return;
	}
	headers['x-forwarded-proto'] = 'http';
	headers['x-forwarded-for'] = socket.remoteAddress;
	delete headers['x-forwarded-host'];
}

const LOCAL_ENDINGS = ['.local', '.lan', '.internal', '.home.arpa'];

/**
 * Whether a Host names this machine as a room would: an address, a name without a dot or with a
 * local ending, this machine's own name. Any other name may be a page elsewhere that had its name
 * point here (DNS rebinding).
 */
export function isOurHost(host: string | undefined): boolean {
	if (!host) return false;
	const name = host
		.replace(/:\d+$/, '')
		.replace(/^\[(.*)\]$/, '$1')
		.replace(/\.$/, '')
		.toLowerCase();
	return (
		isIP(name) !== 0 ||
		(!name.includes('.') && name !== '') ||
		name === hostname().toLowerCase() ||
		LOCAL_ENDINGS.some((ending) => name.endsWith(ending))
	);
}

/** Whether a request may be served at all: by its Host, or because a trusted proxy passed it on. */
export function isServed(req: IncomingMessage): boolean {
	return isProxied(req) || isOurHost(req.headers.host);
}

/** WebSockets have no same-origin rule: a socket from another site's page is refused here. */
export function isSameOrigin(req: IncomingMessage): boolean {
	const { origin, host } = req.headers;
	if (origin === undefined) return true;
	const hosts = [host, isProxied(req) ? req.headers['x-forwarded-host'] : undefined];
	try {
		return hosts.includes(new URL(origin).host);
	} catch {
		return false;
	}
}
