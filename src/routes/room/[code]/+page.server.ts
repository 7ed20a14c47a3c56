import { error, fail, redirect } from '@sveltejs/kit';
import { linkForDevice } from '$lib/server/devices';
import { inRoom } from '$lib/server/in-room';
import { leave, markRead } from '$lib/server/people';
import { setPart } from '$lib/server/teams';
import { roomSnapshot } from '$lib/server/viewers';
import { setDone, stateByCode } from '$lib/server/workshops';
import { roomView } from '$lib/view/view-room';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { workshop, person } = await inRoom(event);
	// The back button must not show it to whoever sits down here next.
	event.setHeaders({ 'cache-control': 'no-store' });
	const snapshot = await roomSnapshot(workshop, person);
	if (!snapshot) error(404);
	return {
		...snapshot,
		/** Minutes the room's clock is ahead of UTC. */
		zone: -new Date().getTimezoneOffset()
	};
};

export const actions: Actions = {
	done: async (event) => {
		const { workshop, person } = await inRoom(event);
		return outcome(await setDone(workshop, person, true));
	},
	undone: async (event) => {
		const { workshop, person } = await inRoom(event);
		return outcome(await setDone(workshop, person, false));
	},
	part: async (event) => {
		const { workshop, person } = await inRoom(event);
		const form = await event.request.formData();
		const [who, part] = [String(form.get('person')), String(form.get('part'))];
		return outcome(await setPart(workshop, { person }, who, part, form.get('holds') === 'yes'));
	},
	hand: async (event) => {
		const { workshop, person } = await inRoom(event);
		const form = await event.request.formData();
		const [to, part] = [String(form.get('person')), String(form.get('part'))];
		const given = await setPart(workshop, { person }, to, part, true);
		if (!given.ok && given.why !== 'already') return outcome(given);
		return outcome(await setPart(workshop, { person }, person, part, false));
	},
	read: async (event) => {
		const { code, workshop, person } = await inRoom(event);
		const state = await stateByCode(code);
		const inject = String((await event.request.formData()).get('inject'));
		if (!state || !roomView(state, person).injects.some((one) => one.id === inject))
			return fail(404, { why: 'no-inject' });
		return outcome(await markRead(workshop, person, inject));
	},
	device: async (event) => {
		const { code, person } = await inRoom(event);
		return { link: await linkForDevice(code, person, event.url) };
	},
	leave: async (event) => {
		const { code } = await inRoom(event);
		await leave(event.cookies, event.url, code);
		// What the page kept it deletes itself; where browsers allow it they do so too.
		if (event.url.protocol === 'https:') event.setHeaders({ 'clear-site-data': '"storage"' });
		redirect(303, `/join/${code}`);
	}
};

/** A team-mate who was quicker has done the same: that is no trouble. */
function outcome(result: { ok: true } | { ok: false; why: string }) {
	if (result.ok || result.why === 'already') return { ok: true };
	return fail(409, { why: result.why });
}
