import { building } from '$app/environment';
import { getRequestEvent } from '$app/server';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { sveltekitCookies } from 'better-auth/svelte-kit';
import { db } from './db';
import * as links from './db/links';
import * as accounts from './db/schema/accounts';
import { log } from './log';
import { newToken } from './random';
import { authSecret } from './secret';

/** `Secure` cookies only over https: better-auth decides it once, we decide it for each request. */
const asServed = () => {
	const { cookies, url } = getRequestEvent();
	const set = (name: string, value: string, options: object) =>
		cookies.set(name, value, { path: '/', ...options, secure: url.protocol === 'https:' });
	return { cookies: { set } };
};

// Its handler is not mounted: with any host allowed it would not check origins. Kit checks them
// for the form actions that call it.
const auth = betterAuth({
	database: drizzleAdapter(db, { provider: 'sqlite', schema: accounts }),
	secret: building ? newToken() + newToken() : authSecret(),
	baseURL: { allowedHosts: ['*'], protocol: 'auto' },
	emailAndPassword: { enabled: true, minPasswordLength: 8 },
	session: { expiresIn: 60 * 60 * 24 * 30 },
	telemetry: { enabled: false },
	// It would print the address of whoever mistypes a password.
	logger: { disabled: true },
	// With NODE_ENV=production its cookies would be called `__Secure-…`, which browsers refuse over http.
	advanced: { useSecureCookies: false },
	plugins: [sveltekitCookies(asServed as typeof getRequestEvent)]
});

export interface Facilitator {
	id: string;
	name: string;
	email: string;
}

/** The facilitator whose session a request carries. */
export async function facilitatorOf(headers: Headers): Promise<Facilitator | undefined> {
	if (!headers.get('cookie')?.includes('better-auth')) return undefined;
	return userOf(await auth.api.getSession({ headers }));
}

/**
 * The same for a socket. It cannot be given a cookie, so its session is not made longer; and it
 * has no address of its own, which better-auth would ask for.
 * @param cookie the header as it came
 */
export async function facilitatorOfSocket(
	cookie: string | undefined
): Promise<Facilitator | undefined> {
	if (!cookie?.includes('better-auth')) return undefined;
	const headers = new Headers({ cookie, host: 'localhost' });
	return userOf(await auth.api.getSession({ headers, query: { disableRefresh: true } }));
}

function userOf(session: { user: Facilitator } | null): Facilitator | undefined {
	if (!session) return undefined;
	const { id, name, email } = session.user;
	return { id, name, email };
}

/** Signs a facilitator in; the session cookie is set on the running request. */
export async function signIn(email: string, password: string, headers: Headers): Promise<boolean> {
	try {
		const { user } = await auth.api.signInEmail({ body: { email, password }, headers });
		log.info({ facilitator: user.id }, 'signed in');
		return true;
	} catch (error) {
		if (isRefusal(error)) return false;
		throw error;
	}
}

export async function signOut(headers: Headers): Promise<void> {
	await auth.api.signOut({ headers });
}

/**
 * Makes the first facilitator's account with the link that was printed at the first start. The
 * link works once.
 */
export async function makeFirstFacilitator(
	token: string,
	{ name, email, password }: { name: string; email: string; password: string },
	headers: Headers
): Promise<{ ok: true } | { ok: false; why: 'bad-link' | 'bad-email' | 'short-password' }> {
	if (password.length < 8) return { ok: false, why: 'short-password' };
	if (!(await links.use(token, 'first-facilitator', Date.now())))
		return { ok: false, why: 'bad-link' };
	try {
		await auth.api.signUpEmail({ body: { name, email, password }, headers });
		return { ok: true };
	} catch (error) {
		await links.giveBack(token);
		if (isRefusal(error)) return { ok: false, why: 'bad-email' };
		throw error;
	}
}

function isRefusal(error: unknown): boolean {
	return error instanceof Error && error.name === 'APIError';
}

/** Whether anybody leads here yet. */
export async function hasFacilitator(): Promise<boolean> {
	return links.countFacilitators() > 0;
}

/** Whether a first-run link still works. */
export async function isGoodLink(token: string): Promise<boolean> {
	return links.isGood(token, 'first-facilitator', Date.now());
}

/**
 * A link's secret for making the first account, new at every start while nobody leads here;
 * undefined once somebody does.
 */
export async function firstLink(): Promise<string | undefined> {
	if (await hasFacilitator()) return undefined;
	const token = newToken();
	await links.keep(token, 'first-facilitator', Date.now() + 24 * 60 * 60 * 1000);
	return token;
}
