import { fail, redirect } from '@sveltejs/kit';
import { STANCES } from '$lib/plenary/vote';
import { castVote, outcomeOf } from '$lib/server/outcome';
import { inRoom } from '$lib/server/in-room';
import { plenaryOf } from '$lib/server/plenary';
import { stateByCode } from '$lib/server/state';
import { stageView } from '$lib/view/common';
import { voteView } from '$lib/view/vote';
import { openStage } from '$lib/workshop/stage';
import type { Actions, PageServerLoad } from './$types';

/** An objection is a sentence or three. */
const MOST_REASON = 1000;

export const load: PageServerLoad = async (event) => {
	const { code, person } = await inRoom(event);
	// The back button must not show it to whoever sits down here next.
	event.setHeaders({ 'cache-control': 'no-store' });
	const state = await stateByCode(code);
	const me = state?.people.find(({ id }) => id === person);
	if (!state || !me) redirect(303, `/join/${code}`);
	const { ballot } = outcomeOf(state.id);
	const stage = openStage(state);
	return {
		version: state.version,
		now: Date.now(),
		workshop: { code, title: state.title, status: state.status },
		me: { id: person, name: me.name, delegation: me.delegation, may: me.standing === 'member' },
		stage: stage ? stageView(state, stage) : null,
		vote: ballot && voteView(state, await plenaryOf(state), ballot, person)
	};
};

export const actions: Actions = {
	cast: async (event) => {
		const { workshop, person } = await inRoom(event);
		const form = await event.request.formData();
		const dots = Number(form.get('dots') ?? 0);
		const outcome = await castVote(workshop, person, {
			ballot: String(form.get('ballot')),
			item: String(form.get('item')),
			stance: STANCES.find((one) => one === form.get('stance')) ?? null,
			dots: Number.isSafeInteger(dots) && dots >= 0 ? dots : 0,
			reason: String(form.get('reason') ?? '')
				.replace(/\r\n?/g, '\n')
				.trim()
				.slice(0, MOST_REASON)
		});
		if (!outcome.ok) return fail(409, { why: outcome.why });
		return { ok: true as const, late: outcome.value === 'late' };
	}
};
