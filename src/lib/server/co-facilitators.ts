import type { Cookies } from '@sveltejs/kit';
import type { Acted } from '../workshop/acts';
import type { WorkshopState } from '../workshop/state';
import { addressFor, qr } from './addresses';
import { makeAccount, type NewAccount } from './auth';
import { forget, keep } from './cookies';
import * as table from './db/co-facilitators';
import * as links from './db/links';
import type { Actor } from './db/step';
import { announce } from './facts';
import { newToken } from './random';
import { stateOf } from './state';
import { told } from './told';

/** How long a link works, and how long a browser that opened it remembers it: a day. */
const LASTS_DAYS = 1;
/** The name of the cookie that holds an opened link's secret until somebody comes by it. */
const COOKIE = 'baraza-with';

const add = told(table.addCoFacilitator);
const remove = told(table.removeCoFacilitator);

export const takeControls = told(table.takeControls);

/** What lets somebody lead a workshop with its owner: once. */
export interface CoLink {
	/** With `http://` */
	address: string;
	/** SVG */
	qr: string;
}

/**
 * A link that makes somebody a co-facilitator: once, within a day. A newer one replaces it.
 * @param url as this browser reached the server
 */
export async function linkForCoFacilitator(workshop: string, url: URL): Promise<CoLink> {
	const token = newToken();
	const until = Date.now() + LASTS_DAYS * 24 * 60 * 60_000;
	await links.keep(token, table.CO_LINK, until, workshop);
	const address = `${addressFor(url)}/facilitate/with/${token}`;
	return { address, qr: qr(address) };
}

/** Remembers a link that was opened: from then on it stands in no address. */
export function keepLink(at: { cookies: Cookies; url: URL }, token: string): void {
	keep(at, COOKIE, token, LASTS_DAYS);
}

/** A link that this browser opened, while it is good. */
export async function openedLink(
	cookies: Pick<Cookies, 'get'>
): Promise<{ token: string; state: WorkshopState } | undefined> {
	const token = cookies.get(COOKIE) ?? '';
	const workshop = await links.subjectOf(token, table.CO_LINK, Date.now());
	const state = workshop ? await stateOf(workshop) : undefined;
	return state && { token, state };
}

/** Somebody who is signed in comes by the link that their browser opened. */
export async function comeByLink(
	at: { cookies: Cookies; url: URL },
	facilitator: string
): Promise<{ ok: true; workshop: string } | { ok: false; why: 'bad-link' }> {
	const opened = await openedLink(at.cookies);
	if (!opened) return { ok: false, why: 'bad-link' };
	const outcome = await add(opened.state.id, facilitator, opened.token);
	// Whoever leads here already has no need of it: it stays good.
	if (!outcome.ok && outcome.why === 'bad-link') return { ok: false, why: 'bad-link' };
	forget(at, COOKIE);
	return { ok: true, workshop: opened.state.id };
}

/** Makes an account by the link that this browser opened, and leads with it. */
export async function comeAnew(
	at: { cookies: Cookies; url: URL },
	person: NewAccount,
	headers: Headers
): Promise<
	| { ok: true; workshop: string }
	| { ok: false; why: 'bad-link' | 'bad-email' | 'short-password' | 'has-account' }
> {
	const opened = await openedLink(at.cookies);
	if (!opened) return { ok: false, why: 'bad-link' };
	const { id } = opened.state;
	const made = await makeAccount(opened.token, table.CO_LINK, person, headers);
	if (!made.ok) return made;
	await add(id, made.facilitator, null);
	forget(at, COOKIE);
	return { ok: true, workshop: id };
}

/** Somebody leads a workshop no more: their open pages are cut at once. */
export async function removeCoFacilitator(workshop: string, by: Actor, facilitator: string) {
	const outcome = await remove(workshop, by, facilitator);
	if (outcome.ok) announce({ kind: 'dismissed', workshop, facilitator });
	return outcome;
}

/** What another facilitator of a workshop did last, since this one leads it too. */
export function actedBesides(state: WorkshopState, facilitator: string): Acted | undefined {
	const others = state.leads.map(({ id }) => id).filter((id) => id !== facilitator);
	if (others.length === 0) return undefined;
	const since = state.leads.find(({ id }) => id === facilitator)?.since ?? 0;
	const newest = table.newestAct(state.id, others, state.version);
	return newest && newest.at > since ? newest : undefined;
}
