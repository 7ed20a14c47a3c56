import type { Cookies } from '@sveltejs/kit';
import { readCode } from '../protocol/code';
import type { Release } from '../protocol/live';
import { findNames } from '../people/find';
import * as devices from './db/devices';
import * as table from './db/people';
import { requestByToken, withdrawRequest } from './db/requests';
import type { Actor } from './db/step';
import { forget, keep, KEEP_DAYS, personCookie, type Kept } from './cookies';
import { announce } from './facts';
import { codes } from './gate';
import { keepCode, knowsCode } from './long-code';
import { newToken } from './random';
import { stateByCode } from './state';
import { told } from './told';

export const insertPeople = told(table.insertPeople);
export const updatePerson = told(table.updatePerson);
export const markRead = told(table.markRead);

const remove = told(table.removePerson);
const free = told(devices.freeName);
const claimStep = told(devices.claimName);
const releaseStep = told(devices.releaseDevice);
const withdrawStep = told(withdrawRequest);

/** A name that somebody who is joining may pick. No role: the list is no directory. */
export interface FoundName {
	id: string;
	name: string;
	/** Name of the delegation. */
	delegation: string;
	joined: boolean;
}

/** The person whose device this is, in the workshop with this code. */
export async function personHere(
	cookies: Pick<Cookies, 'get'>,
	code: string
): Promise<{ person: string; device: string; workshop: string } | undefined> {
	const token = cookies.get(personCookie(code));
	return token ? devices.personByToken(code, token) : undefined;
}

/** Whether whoever brings this code must wait: so many wrong ones came that somebody guesses. */
export function mustWait(here: Pick<Kept, 'cookies'>, typedCode: string): boolean {
	const code = readCode(typedCode);
	return codes.mustWait(Date.now()) && !(code && knowsCode(here, code));
}

/**
 * At most five names for at least three letters of one; all of them where the facilitator has
 * switched the list on. A browser that has found the workshop need not wait later.
 */
export async function find(
	here: Kept,
	typedCode: string,
	typed: string
): Promise<
	| { ok: true; names: FoundName[]; listed: boolean; doorsOpen: boolean }
	| { ok: false; why: 'no-workshop' | 'slow-down' | 'not-open' | 'ended' }
> {
	if (mustWait(here, typedCode)) return { ok: false, why: 'slow-down' };
	const code = readCode(typedCode);
	const state = code ? await stateByCode(code) : undefined;
	if (!state) {
		codes.countWrong(Date.now());
		return { ok: false, why: 'no-workshop' };
	}
	keepCode(here, state.code);
	if (state.status === 'draft') return { ok: false, why: 'not-open' };
	if (state.status === 'ended') return { ok: false, why: 'ended' };
	const listed = state.namesListed;
	const ids =
		listed && !typed.trim() ? state.people.map((one) => one.id) : findNames(state.people, typed);
	const names = ids.flatMap((id) => state.people.filter((one) => one.id === id));
	return {
		ok: true,
		listed,
		doorsOpen: (state.door.openUntil ?? 0) > Date.now(),
		names: names.map(({ id, name, delegation, joined }) => ({ id, name, delegation, joined }))
	};
}

/** Gives this device a person's name, if nobody holds it; the browser keeps a secret. */
export async function claim(
	cookies: Cookies,
	url: URL,
	typedCode: string,
	person: string
): Promise<
	| { ok: true }
	| { ok: false; why: 'no-workshop' | 'no-person' | 'taken' | 'not-open' | 'slow-down' }
> {
	if (mustWait({ cookies }, typedCode)) return { ok: false, why: 'slow-down' };
	const code = readCode(typedCode);
	const state = code ? await stateByCode(code) : undefined;
	if (!code || !state) {
		codes.countWrong(Date.now());
		return { ok: false, why: 'no-workshop' };
	}
	const here = await personHere(cookies, code);
	if (here?.person === person) return { ok: true };
	const token = newToken();
	const outcome = await claimStep(state.id, person, token);
	if (!outcome.ok) return outcome;
	letGo(state.id, outcome.value.replaced, 'replaced');
	// Only now: whoever is refused another name keeps the one they have.
	await beNobody(cookies, code);
	keep({ cookies, url }, personCookie(code), token, KEEP_DAYS);
	return { ok: true };
}

/** "Not me": this device holds its name no more, and forgets it. The person's others stay. */
export async function leave(cookies: Cookies, url: URL, code: string): Promise<void> {
	await beNobody(cookies, code);
	forget({ cookies, url }, personCookie(code));
}

/** Ends what this browser is in a workshop, or asked to be; its cookie stays to be overwritten. */
async function beNobody(cookies: Pick<Cookies, 'get'>, code: string): Promise<void> {
	const here = await personHere(cookies, code);
	if (here) {
		const outcome = await releaseStep(here.workshop, here.person, here.device);
		if (outcome.ok) letGo(here.workshop, [here.device], 'left');
	}
	const asked = await requestHere(cookies, code);
	if (asked) await withdrawStep(asked.workshop, asked.id);
}

/** What this browser asked for at the door of the workshop with this code. */
export async function requestHere(cookies: Pick<Cookies, 'get'>, code: string) {
	const token = cookies.get(personCookie(code));
	return token ? requestByToken(code, token) : undefined;
}

/** Cuts devices that no longer hold their name, at once. */
export function letGo(workshop: string, gone: string[], why: Release): void {
	if (gone.length) announce({ kind: 'released', workshop, devices: gone, why });
}

/** Frees a name: the devices that held it are let go at once. */
export async function freeName(workshop: string, by: Actor, person: string) {
	const outcome = await free(workshop, by, person);
	if (outcome.ok) letGo(workshop, outcome.value, 'freed');
	return outcome;
}

/** Takes a person off the list. */
export async function removePerson(workshop: string, by: Actor, person: string) {
	const outcome = await remove(workshop, by, person);
	if (outcome.ok) letGo(workshop, outcome.value, 'removed');
	return outcome;
}
