import { fail, redirect } from '@sveltejs/kit';
import { signOut } from '$lib/server/auth';
import { comeAnew, comeByLink, openedLink } from '$lib/server/co-facilitators';
import { signedIn } from '$lib/server/owner';
import { accountOf } from '../account-typed';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, locals }) => {
	const me = locals.facilitator;
	const opened = await openedLink(cookies);
	if (!opened) return { me: me?.name, workshop: null };
	const { id, title, place, from, to, leads } = opened.state;
	return {
		me: me?.name,
		workshop: { title, place, from, to, owner: leads.find((lead) => lead.owner)?.name ?? '' },
		/** Where whoever leads it already goes on. */
		led: leads.some((lead) => lead.id === me?.id) ? `/facilitate/${id}/run` : undefined
	};
};

export const actions: Actions = {
	join: async (event) => {
		const { id } = signedIn(event);
		const come = await comeByLink(event, id);
		if (!come.ok) return fail(409, { name: '', email: '', why: come.why });
		redirect(303, `/facilitate/${come.workshop}/run`);
	},
	/** This browser is somebody else's: it stays with the link. */
	leave: async ({ request, locals }) => {
		if (locals.facilitator) await signOut(request.headers);
		redirect(303, '/facilitate/with');
	},
	make: async (event) => {
		const person = await accountOf(event.request);
		const { name, email } = person;
		if (!name) return fail(400, { name, email, why: 'no-name' as const });
		const come = await comeAnew(event, person, event.request.headers);
		if (!come.ok) return fail(400, { name, email, why: come.why });
		redirect(303, `/facilitate/${come.workshop}/run`);
	}
};
