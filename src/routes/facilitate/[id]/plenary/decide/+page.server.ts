import { itemsOf, notPut } from '$lib/plenary/ballot';
import { DECISIONS } from '$lib/plenary/decision';
import { decideItem, outcomeOf, reopenVote } from '$lib/server/outcome';
import { ownWorkshop } from '$lib/server/owner';
import { plenaryOf } from '$lib/server/plenary';
import { show } from '$lib/server/workshops';
import { turnout, voteResult } from '$lib/view/vote';
import { answer, line } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

const ORDERS = ['least', 'total', 'horizon'] as const;

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const plenary = await plenaryOf(state);
	const items = itemsOf(plenary);
	const { ballot, decisions } = outcomeOf(state.id);
	const closed = ballot && ballot.closedAt !== null ? ballot : null;
	const { delegations, proxies } = closed
		? turnout(state, plenary, closed)
		: { delegations: [], proxies: 0 };
	const result = closed && voteResult(state, plenary, closed);
	const rest = closed ? notPut(closed, items) : items;
	return {
		version: state.version,
		now: Date.now(),
		zone: -new Date().getTimezoneOffset(),
		by: ORDERS.find((one) => one === event.url.searchParams.get('by')) ?? ORDERS[0],
		open: ballot !== null && closed === null,
		vote: closed &&
			result && {
				id: closed.id,
				closedAt: closed.closedAt ?? 0,
				dots: closed.dots,
				proxies,
				/** Somebody is in the total only. */
				hidden: result.groups.reduce((sum, one) => sum + one.voters, 0) < result.voters,
				people: delegations.reduce((sum, one) => sum + one.people, 0),
				...result
			},
		/** What was not voted on. */
		rest: rest.map(({ id, name, text, owner, horizon }) => ({
			item: id,
			name,
			text,
			owner,
			horizon
		})),
		decisions: Object.fromEntries(
			[...decisions].filter(([item]) => items.some(({ id }) => id === item))
		),
		screens: state.screens.length,
		shown: state.projector === 'vote'
	};
};

export const actions: Actions = {
	decide: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const decided = DECISIONS.find((one) => one === form.get('decision')) ?? null;
		return answer(await decideItem(state, by, String(form.get('item')), decided));
	},
	reopen: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		return answer(await reopenVote(state.id, by, line(form, 'ballot')));
	},
	show: async (event) => {
		const { state, by } = await ownWorkshop(event);
		return answer(await show(state.id, by, { projector: 'vote' }));
	}
};
