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

/** What the link is called that makes the first account. */
const FIRST_LINK = 'first-facilitator';

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

/** What somebody types to have an account. */
export interface NewAccount {
	name: string;
	email: string;
	password: string;
}

/**
 * Makes a facilitator's account with a link, which works once, and signs them in.
 * @param kind of link that is asked for
 */
export async function makeAccount(
	token: string,
	kind: string,
	{ name, email, password }: NewAccount,
	headers: Headers
): Promise<
	| { ok: true; facilitator: string }
	| { ok: false; why: 'bad-link' | 'bad-email' | 'has-account' | 'short-password' }
> {
	if (password.length < 8) return { ok: false, why: 'short-password' };
	if (!(await links.use(token, kind, Date.now()))) return { ok: false, why: 'bad-link' };
	try {
		const { user } = await auth.api.signUpEmail({ body: { name, email, password }, headers });
		return { ok: true, facilitator: user.id };
	} catch (error) {
		await links.giveBack(token);
		if (!isRefusal(error)) throw error;
		return { ok: false, why: isTaken(error) ? 'has-account' : 'bad-email' };
	}
}

/** Makes the first facilitator's account with the link that was printed at the first start. */
export function makeFirstFacilitator(token: string, person: NewAccount, headers: Headers) {
	return makeAccount(token, FIRST_LINK, person, headers);
}

/** Whether somebody has an account with this address. */
function isTaken(error: unknown): boolean {
	const { body } = error as { body?: { code?: unknown } };
	return String(body?.code).startsWith('USER_ALREADY_EXISTS');
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
	return links.isGood(token, FIRST_LINK, Date.now());
}

/**
 * A link's secret for making the first account, new at every start while nobody leads here;
 * undefined once somebody does.
 */
export async function firstLink(): Promise<string | undefined> {
	if (await hasFacilitator()) return undefined;
	const token = newToken();
	await links.keep(token, FIRST_LINK, Date.now() + 24 * 60 * 60 * 1000);
	return token;
}
