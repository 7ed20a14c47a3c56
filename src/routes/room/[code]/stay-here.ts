import type { SubmitFunction } from '@sveltejs/kit';

/**
 * Sends a form of the room and loads nothing anew: what it changed comes by the socket, as for
 * everybody else. Loading anew forgets `page.state`, and with it which item is open: whoever
 * pressed Read would be thrown out of what they were writing.
 */
export const stayHere: SubmitFunction =
	() =>
	({ update }) =>
		update({ reset: false, invalidateAll: false });
