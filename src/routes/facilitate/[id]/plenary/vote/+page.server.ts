import { fail } from '@sveltejs/kit';
import { itemsOf, notPut, standing } from '$lib/plenary/ballot';
import { STANCES, suggestedDots } from '$lib/plenary/vote';
import {
	addToVote,
	castVote,
	closeVote,
	hideNames,
	openVote,
	outcomeOf,
	reopenVote
} from '$lib/server/outcome';
import { ownWorkshop } from '$lib/server/owner';
import { plenaryOf } from '$lib/server/plenary';
import { show } from '$lib/server/workshops';
import { turnout } from '$lib/view/vote';
import { answer, line } from '../../answer';
import { lonely } from './lonely';
import type { Actions, PageServerLoad } from './$types';

/** More dots than that nobody counts. */
const MOST_DOTS = 100;
const MOST_REASON = 1000;

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const plenary = await plenaryOf(state);
	const items = itemsOf(plenary);
	const { ballot } = outcomeOf(state.id);
	const short = ({ id, name, text, horizon, sources }: (typeof items)[number]) => ({
		id,
		name,
		text,
		horizon,
		merged: sources.length > 1
	});
	return {
		version: state.version,
		now: Date.now(),
		zone: -new Date().getTimezoneOffset(),
		items: items.map(short),
		suggested: suggestedDots(items.length),
		lonely: lonely(state),
		screens: state.screens.length,
		shown: state.projector === 'vote',
		vote: ballot && {
			id: ballot.id,
			open: ballot.closedAt === null,
			closedAt: ballot.closedAt,
			dots: ballot.dots,
			named: ballot.named,
			late: ballot.late,
			items: standing(ballot, items).map(({ item, name, text, horizon }) => ({
				item,
				name,
				text,
				horizon
			})),
			more: notPut(ballot, items).map(short),
			turnout: turnout(state, plenary, ballot)
		}
	};
};

export const actions: Actions = {
	open: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const dots = Math.trunc(Number(form.get('dots')));
		if (form.get('kind') === 'dots' && !(dots >= 1 && dots <= MOST_DOTS))
			return fail(400, { why: 'no-dots' as const });
		const manner = {
			dots: form.get('kind') === 'dots' ? dots : null,
			named: form.get('names') === 'named'
		};
		const only = new Set(form.getAll('item').map(String));
		return answer(await openVote(state, by, manner, only));
	},
	add: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const { ballot } = outcomeOf(state.id);
		const items = itemsOf(await plenaryOf(state));
		const more = ballot ? notPut(ballot, items).map(({ id }) => id) : [];
		return answer(await addToVote(state, by, line(form, 'ballot'), new Set(more)));
	},
	close: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		return answer(await closeVote(state.id, by, line(form, 'ballot')));
	},
	reopen: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		return answer(await reopenVote(state.id, by, line(form, 'ballot')));
	},
	hide: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		return answer(await hideNames(state.id, by, line(form, 'ballot')));
	},
	proxy: async (event) => {
		const { state } = await ownWorkshop(event);
		const form = await event.request.formData();
		const [ballot, person] = [line(form, 'ballot'), line(form, 'person')];
		const entered = form
			.getAll('item')
			.map(String)
			.map((item) => ({
				ballot,
				item,
				stance: STANCES.find((one) => one === form.get(`stance ${item}`)) ?? null,
				dots: Math.max(0, Math.trunc(Number(form.get(`dots ${item}`))) || 0),
				reason: line(form, `reason ${item}`, MOST_REASON)
			}))
			// What was left blank stays; dots that are taken back are free for the others.
			.filter(({ item, stance }) => stance !== null || form.get(`dots ${item}`))
			.sort((a, b) => a.dots - b.dots);
		for (const said of entered) {
			const outcome = await castVote(state.id, person, said, true);
			if (!outcome.ok) return fail(409, { why: outcome.why });
			if (outcome.value === 'late') return fail(409, { why: 'no-vote' as const });
		}
		return { ok: true as const };
	},
	show: async (event) => {
		const { state, by } = await ownWorkshop(event);
		return answer(await show(state.id, by, { projector: 'vote' }));
	}
};
