import type { Cookies } from '@sveltejs/kit';
import type { NotAsked } from '../people/at-door';
import { readTyped, type TypedProblem } from '../people/typed';
import { readCode } from '../protocol/code';
import type { NameRequest, WorkshopState } from '../workshop/state';
import { keep, KEEP_DAYS, personCookie } from './cookies';
import * as table from './db/requests';
import type { Actor } from './db/step';
import { askers, codes } from './gate';
import { letGo, mustWait, personHere } from './people';
import { newToken } from './random';
import { stateByCode } from './state';
import { told } from './told';

/** How long the doors stay open, ms. */
const DOORS_OPEN = 10 * 60_000;

const askStep = told(table.askName);
const grantStep = told(table.grantRequest);
const doorsStep = told(table.openDoors);
export const declineRequest = told(table.declineRequest);

/**
 * Asks the facilitator for a name that is taken, or to be put on the list. The browser keeps a
 * secret, which is its token once it is let in.
 */
export async function ask(
	cookies: Cookies,
	url: URL,
	typedCode: string,
	wish: table.Wish
): Promise<{ ok: true } | { ok: false; why: NotAsked }> {
	const now = Date.now();
	if (mustWait({ cookies }, typedCode) || askers.mustWait(now))
		return { ok: false, why: 'slow-down' };
	const code = readCode(typedCode);
	const state = code ? await stateByCode(code) : undefined;
	if (!code || !state) {
		codes.countWrong(now);
		return { ok: false, why: 'no-workshop' };
	}
	if (await personHere(cookies, code)) return { ok: true };
	const read = readWish(wish);
	if (!read.ok) return read;
	askers.countWrong(now);
	const token = newToken();
	const outcome = await askStep(state.id, read.wish, token, cookies.get(personCookie(code)));
	if (!outcome.ok) return outcome;
	keep({ cookies, url }, personCookie(code), token, KEEP_DAYS);
	return { ok: true };
}

function readWish(
	wish: table.Wish
): { ok: true; wish: table.Wish } | { ok: false; why: TypedProblem } {
	if ('person' in wish) return { ok: true, wish };
	const read = readTyped(nobodyYet(wish), []);
	if (!read.ok) return read;
	const { name, delegation } = read.entry;
	return { ok: true, wish: { name, delegation } };
}

/** A person of whom no more is known than what they typed at the door. */
const nobodyYet = ({ name, delegation }: { name: string; delegation: string }) => ({
	name,
	delegation,
	role: '',
	institution: '',
	gender: '',
	languages: '',
	standing: ''
});

/**
 * Lets in whoever waits, as the person they asked for, as another one of the list, or as somebody
 * new in a delegation. Devices that held the name are let go at once.
 */
export async function grantRequest(
	state: WorkshopState,
	by: Actor,
	request: string,
	as: { person?: string; delegation?: string }
) {
	const asked = state.door.waiting.find((one) => one.id === request);
	if (!asked) return { ok: false, why: 'already' } as const;
	const seat = seatOf(state, asked, as);
	if (!seat.ok) return seat;
	const outcome = await grantStep(state.id, by, request, seat.seat);
	if (outcome.ok) letGo(state.id, outcome.value.replaced, 'replaced');
	return outcome;
}

function seatOf(
	state: WorkshopState,
	asked: NameRequest,
	as: { person?: string; delegation?: string }
): { ok: true; seat: table.Seat } | { ok: false; why: TypedProblem } {
	const person = as.person || asked.person;
	if (person) return { ok: true, seat: { person } };
	const delegation = as.delegation || asked.delegation;
	const read = readTyped(nobodyYet({ name: asked.name, delegation }), state.people);
	if (!read.ok) return read;
	return { ok: true, seat: { entry: { ...read.entry, extra: [] } } };
}

/** Opens the doors for ten minutes, or closes them. */
export function openDoors(workshop: string, by: Actor, open: boolean) {
	return doorsStep(workshop, by, open ? Date.now() + DOORS_OPEN : null);
}
