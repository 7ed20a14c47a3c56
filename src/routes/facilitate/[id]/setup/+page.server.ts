import { fail } from '@sveltejs/kit';
import { linkForCoFacilitator, removeCoFacilitator } from '$lib/server/co-facilitators';
import { ownWorkshop, workshopOfOwner } from '$lib/server/owner';
import { joinOf } from '$lib/server/viewers';
import {
	addDelegation,
	changeDelegation,
	removeDelegation,
	setAgenda,
	setSettings,
	setStatus
} from '$lib/server/workshops';
import { delegationViews } from '$lib/view/common';
import { answer, line } from '../answer';
import type { Actions, PageServerLoad } from './$types';
import { agendaOf, particularsOf } from './typed';

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const { title, place, wifi, from, to, namesListed, scenario, edition } = state;
	return {
		particulars: { title, place, wifi, from, to },
		namesListed,
		/** Minutes the room's clock is ahead of UTC. */
		zone: -new Date().getTimezoneOffset(),
		join: joinOf(state.code),
		delegations: delegationViews(state).map((one) => ({
			...one,
			people: state.people.filter((person) => person.from === one.id).length
		})),
		stages: state.stages.map(({ id, kind, title, planned, openedAt }) => ({
			id,
			kind,
			title,
			minutes: Math.round(planned / 60_000),
			opened: openedAt !== null
		})),
		edition: {
			slug: scenario.slug,
			title: scenario.title,
			edition: scenario.edition,
			date: scenario.date,
			authors: scenario.authors,
			licence: scenario.licence,
			hash: edition.slice(0, 12)
		}
	};
};

export const actions: Actions = {
	particulars: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const typed = particularsOf(await event.request.formData());
		if (!typed.ok) return fail(400, { why: typed.why });
		return answer(await setSettings(state.id, by, typed.settings));
	},
	names: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const namesListed = (await event.request.formData()).get('listed') === 'yes';
		return answer(await setSettings(state.id, by, { namesListed }));
	},
	add: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const name = line(form, 'name', 120);
		if (!name) return fail(400, { why: 'no-name' as const });
		return answer(await addDelegation(state.id, by, name, kindOf(form)));
	},
	change: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const [which, name] = [line(form, 'which'), line(form, 'name', 120)];
		if (!name) return fail(400, { why: 'no-name' as const });
		return answer(await changeDelegation(state.id, by, which, { name, kind: kindOf(form) }));
	},
	remove: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const which = line(await event.request.formData(), 'which');
		return answer(await removeDelegation(state.id, by, which));
	},
	agenda: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const lines = agendaOf(await event.request.formData(), state.stages);
		return answer(await setAgenda(state.id, by, lines));
	},
	open: async (event) => {
		const { state, by } = await ownWorkshop(event);
		return answer(await setStatus(state.id, by, 'open'));
	},
	end: async (event) => {
		const { state, by } = await workshopOfOwner(event);
		return answer(await setStatus(state.id, by, 'ended'));
	},
	invite: async (event) => {
		const { state } = await workshopOfOwner(event);
		return { link: await linkForCoFacilitator(state.id, event.url) };
	},
	dismiss: async (event) => {
		const { state, by } = await workshopOfOwner(event);
		const who = line(await event.request.formData(), 'who');
		return answer(await removeCoFacilitator(state.id, by, who));
	}
};

function kindOf(form: FormData): 'host' | 'guest' {
	return form.get('kind') === 'host' ? 'host' : 'guest';
}
