import { error, fail } from '@sveltejs/kit';
import { VERDICTS } from '$lib/plenary/verdict';
import { debriefFor, giveVerdict } from '$lib/server/debrief';
import { inRoom } from '$lib/server/in-room';
import { stateByCode } from '$lib/server/state';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A reason is a few sentences. */
const MOST_REASON = 2000;

export const load: PageServerLoad = async (event) => {
	const { state, person } = await here(event);
	// The back button must not show it to whoever sits down here next.
	event.setHeaders({ 'cache-control': 'no-store' });
	return {
		...(await debriefFor(state, person)),
		version: state.version,
		now: Date.now(),
		/** Minutes the room's clock is ahead of UTC. */
		zone: -new Date().getTimezoneOffset()
	};
};

export const actions: Actions = {
	verdict: async (event) => {
		const { state, person } = await here(event);
		const form = await event.request.formData();
		const need = String(form.get('need'));
		const is = VERDICTS.find((one) => one === form.get('is'));
		if (!is) return fail(400, { need, why: 'no-choice' as const });
		// a browser sends line ends as \r\n
		const reason = String(form.get('reason') ?? '')
			.replace(/\r\n?/g, '\n')
			.trim()
			.slice(0, MOST_REASON);
		const after = form.getAll('after').map(String);
		const outcome = await giveVerdict(state, person, { need, is, reason, after });
		return outcome.ok ? { need } : fail(409, { need, why: outcome.why });
	}
};

async function here(event: RequestEvent) {
	const { code, person } = await inRoom(event);
	const state = await stateByCode(code);
	if (!state) error(404);
	return { state, person };
}
