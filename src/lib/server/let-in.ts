import * as v from 'valibot';
import type { ConnectRefusal } from '../protocol/live';
import { callerOf, type Caller } from './callers';
import { mayConnect } from './flood';
import { log } from './log';
import * as messages from './messages';
import { tally } from './tally';
import { teamOfPerson } from './workshops';

/** What is known of a connection as long as it stands. */
export interface Known {
	caller: Caller;
	/** The version the page was loaded with. */
	version: number;
	/** See `Handshake`. */
	hearsAll: boolean;
	/** Where a person sits. */
	team: string;
}

/**
 * Whether somebody who connects is let in, and what is known of them.
 * @param handshake as it came
 * @param cookie the header as it came
 */
export async function letIn(
	handshake: unknown,
	cookie: string | undefined
): Promise<{ ok: true; known: Known } | { ok: false; why: ConnectRefusal | 'internal' }> {
	const said = v.safeParse(messages.handshake, handshake);
	if (!said.success) return { ok: false, why: 'bad-handshake' };
	try {
		const found = await callerOf(said.output, cookie);
		if (!found.ok) {
			tally(`not let in: ${found.why}`);
			return found;
		}
		const { caller } = found;
		const { version, hearsAll = false } = said.output;
		const known = { caller, version, hearsAll, team: '' };
		if (caller.as !== 'person') return { ok: true, known };
		if (!mayConnect(caller.device, performance.now())) return { ok: false, why: 'too-fast' };
		const team = (await teamOfPerson(caller.workshop, caller.person)) ?? '';
		return { ok: true, known: { ...known, team } };
	} catch (error) {
		log.error(error);
		return { ok: false, why: 'internal' };
	}
}
