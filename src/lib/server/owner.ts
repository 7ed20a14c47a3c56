import { error, redirect } from '@sveltejs/kit';
import type { WorkshopState } from '../workshop/state';
import type { Actor } from './db/step';
import { stateOf } from './state';

/** Who asks, and for what: every load, action and endpoint of a facilitator has it. */
interface Asked {
	locals: App.Locals;
	request: Request;
	url: URL;
}

/**
 * The signed-in facilitator. Whoever is not signed in is sent to the door, and comes back to the
 * page they asked for. Loads of layouts guard neither pages nor actions: each calls this itself.
 */
export function signedIn({ locals, request, url }: Asked): NonNullable<App.Locals['facilitator']> {
	if (locals.facilitator) return locals.facilitator;
	const to = request.method === 'GET' ? `?to=${encodeURIComponent(url.pathname + url.search)}` : '';
	redirect(303, `/facilitate/sign-in${to}`);
}

/** A workshop that the signed-in facilitator leads. */
interface Led {
	state: WorkshopState;
	/** Who acts in what follows. */
	by: Actor;
	/** Their id. */
	facilitator: string;
}

/**
 * A workshop of the signed-in facilitator: they own it, or lead it with its owner.
 * @throws 404 for one that is not there or somebody else's: which of the two is nobody's business
 */
export async function ownWorkshop(event: Asked & { params: { id: string } }): Promise<Led> {
	const { id } = signedIn(event);
	const state = await stateOf(event.params.id);
	if (!state?.leads.some((lead) => lead.id === id)) error(404);
	return { state, by: `facilitator:${id}`, facilitator: id };
}

/**
 * The same for what only the owner does: to say who else leads, to end the workshop, to take it
 * along as a file.
 */
export async function workshopOfOwner(event: Asked & { params: { id: string } }): Promise<Led> {
	const led = await ownWorkshop(event);
	if (led.state.owner !== led.facilitator) error(404);
	return led;
}
