import type { Cookies } from '@sveltejs/kit';
import { LINK_LENGTH, readCode } from '../protocol/code';
import { addressFor, qr } from './addresses';
import { keep, KEEP_DAYS, personCookie } from './cookies';
import { addDevice as addStep, workshopOf } from './db/devices';
import * as links from './db/links';
import { codes } from './gate';
import { leave, personHere } from './people';
import { newCode, newToken } from './random';
import { stateOf } from './state';
import { told } from './told';

/** How long a link for another device works, ms. */
const LINK_LASTS = 10 * 60_000;

const add = told(addStep);

/** What makes another device: to be scanned, or typed. */
export interface DeviceLink {
	/** With `http://` */
	address: string;
	/** SVG */
	qr: string;
	/** ms since 1970 */
	until: number;
}

/**
 * A link that makes one more browser a device of this person: once, within ten minutes. A newer
 * one replaces it.
 * @param url as this browser reached the server
 */
export async function linkForDevice(code: string, person: string, url: URL): Promise<DeviceLink> {
	const link = newCode(LINK_LENGTH);
	const until = Date.now() + LINK_LASTS;
	await links.keep(link, 'device', until, person);
	const address = `${addressFor(url)}/join/${code}/${link}`;
	return { address, qr: qr(address), until };
}

/**
 * Whose device a link makes. A wrong one counts as a wrong code does; a right one, of ten random
 * characters, is nobody's guess and need not wait.
 * @param typed as it stands in the address
 */
export async function readDeviceLink(
	code: string,
	typed: string
): Promise<
	| { ok: true; link: string; workshop: string; person: string; name: string }
	| { ok: false; why: 'bad-link' | 'slow-down' }
> {
	const now = Date.now();
	const link = readCode(typed, LINK_LENGTH);
	const person = link && (await links.subjectOf(link, 'device', now));
	const workshop = person && (await workshopOf(code, person));
	const state = workshop ? await stateOf(workshop) : undefined;
	const found = state?.people.find((one) => one.id === person);
	if (!link || !state || !found) {
		if (codes.mustWait(now)) return { ok: false, why: 'slow-down' };
		codes.countWrong(now);
		return { ok: false, why: 'bad-link' };
	}
	return { ok: true, link, workshop: state.id, person: found.id, name: found.name };
}

/** Makes this browser one more device of the person, and uses the link up. */
export async function useDeviceLink(
	cookies: Cookies,
	url: URL,
	code: string,
	typed: string
): Promise<{ ok: true } | { ok: false; why: 'bad-link' | 'slow-down' | 'not-open' }> {
	const read = await readDeviceLink(code, typed);
	if (!read.ok) return read;
	const here = await personHere(cookies, code);
	if (here?.person === read.person) return { ok: true };
	const token = newToken();
	const outcome = await add(read.workshop, read.person, read.link, token);
	if (!outcome.ok) return outcome;
	await leave(cookies, url, code);
	keep({ cookies, url }, personCookie(code), token, KEEP_DAYS);
	return { ok: true };
}
