import { fail, type RequestEvent } from '@sveltejs/kit';
import { ownWorkshop } from '$lib/server/owner';
import { beginTurn, drawTurns, endTurn, lengthenTurn, runTurn, turnPage } from '$lib/server/turns';
import { answer, line } from '../answer';

/** A speaker is given so much more at a press, ms. */
const MORE = 60_000;

/** Nine figures are as many as anybody reads out. */
const SEED = /^\d{1,9}$/;

type Event = RequestEvent<{ id: string }>;

/** The workshop, who asks, and which team's turn of the open stage the form is about. */
async function asked(event: Event) {
	const { state, by } = await ownWorkshop(event);
	const form = await event.request.formData();
	return { state, by, form, stage: line(form, 'stage'), team: line(form, 'team') };
}

/** What a facilitator does while teams present in turn. */
export const turnActions = {
	order: async (event: Event) => {
		const { state, by, form } = await asked(event);
		const seed = line(form, 'seed');
		if (!SEED.test(seed)) return fail(400, { why: 'no-number' as const });
		return answer(await drawTurns(state, by, Number(seed)));
	},
	begin: async (event: Event) => {
		const { state, by, stage, team } = await asked(event);
		return answer(await beginTurn(state.id, by, stage, team));
	},
	speak: async (event: Event) => {
		const { state, by, form, stage, team } = await asked(event);
		return answer(await runTurn(state.id, by, stage, team, form.get('run') === 'yes'));
	},
	more: async (event: Event) => {
		const { state, by, stage, team } = await asked(event);
		return answer(await lengthenTurn(state.id, by, stage, team, MORE));
	},
	finish: async (event: Event) => {
		const { state, by, stage, team } = await asked(event);
		return answer(await endTurn(state.id, by, stage, team));
	},
	page: async (event: Event) => {
		const { state, by, form } = await asked(event);
		return answer(turnPage(state, by, form.get('back') === 'yes' ? -1 : 1));
	}
};
