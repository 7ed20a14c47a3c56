import type { Cookies } from '@sveltejs/kit';

/** What a browser keeps; everything else is on the server. */
export interface Kept {
	cookies: Cookies;
	url: URL;
}

/** How long a device keeps a name, in days: longer than any workshop. */
export const KEEP_DAYS = 60;

const DAYS = 24 * 60 * 60;

/** The name of the cookie that holds a person's token: one per workshop. */
export function personCookie(code: string): string {
	return `baraza-${code}`;
}

/** The name of the cookie that holds a workshop's long code. */
export function codeCookie(code: string): string {
	return `baraza-code-${code}`;
}

/** The name of the cookie that holds a projector's token. */
export const SCREEN_COOKIE = 'baraza-screen';

function options(url: URL) {
	// Kit's default is Secure everywhere but on localhost: a LAN over http would lose its cookies
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
}

/** Keeps a secret in the browser for so many days. */
export function keep({ cookies, url }: Kept, name: string, value: string, days: number): void {
	cookies.set(name, value, { ...options(url), maxAge: days * DAYS });
}

/** Makes the browser forget it. */
export function forget({ cookies, url }: Kept, name: string): void {
	cookies.delete(name, options(url));
}

/** The cookies of a socket's handshake, read like Kit's. */
export function cookiesOf(header: string | undefined): { get(name: string): string | undefined } {
	const pairs = (header ?? '').split(';').map((pair) => {
		const [name = '', ...value] = pair.trim().split('=');
		return [name, decodeURIComponent(value.join('='))] as const;
	});
	const values = new Map(pairs);
	return { get: (name) => values.get(name) };
}
