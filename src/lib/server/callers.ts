import type { ConnectRefusal, Handshake } from '../protocol/live';
import { facilitatorOfSocket } from './auth';
import { cookiesOf, SCREEN_COOKIE } from './cookies';
import { leads } from './db/co-facilitators';
import { screenByToken } from './db/screens';
import { personHere } from './people';
import type { Viewer } from './viewers';

/** Somebody who connects, known by cookie. */
export type Caller =
	| { as: 'person'; workshop: string; person: string; device: string }
	| { as: 'facilitator'; workshop: string; facilitator: string }
	| { as: 'screen'; screen: string; workshop: string | null; code: string };

/**
 * Who is behind a connection. What the handshake claims counts for nothing without the cookie.
 * @param cookie the header as it came
 */
export async function callerOf(
	handshake: Handshake,
	cookie: string | undefined
): Promise<{ ok: true; caller: Caller } | { ok: false; why: ConnectRefusal }> {
	const cookies = cookiesOf(cookie);
	switch (handshake.as) {
		case 'person': {
			const here = await personHere(cookies, handshake.workshop ?? '');
			if (!here) return { ok: false, why: 'not-signed-in' };
			return { ok: true, caller: { as: 'person', ...here } };
		}
		case 'facilitator': {
			const who = await facilitatorOfSocket(cookie);
			if (!who) return { ok: false, why: 'not-signed-in' };
			const workshop = handshake.workshop ?? '';
			if (!leads(workshop, who.id)) return { ok: false, why: 'not-yours' };
			return { ok: true, caller: { as: 'facilitator', workshop, facilitator: who.id } };
		}
		case 'screen': {
			const screen = await screenByToken(cookies.get(SCREEN_COOKIE) ?? '');
			if (!screen) return { ok: false, why: 'not-signed-in' };
			const { id, workshop, code } = screen;
			return { ok: true, caller: { as: 'screen', screen: id, workshop, code } };
		}
	}
}

/** What a caller may see. */
export function viewerOf(caller: Caller): Viewer {
	switch (caller.as) {
		case 'person':
			return { as: 'person', workshop: caller.workshop, person: caller.person };
		case 'facilitator':
			return {
				as: 'facilitator',
				workshop: caller.workshop,
				facilitator: caller.facilitator
			};
		case 'screen':
			return { as: 'screen', workshop: caller.workshop, code: caller.code };
	}
}
