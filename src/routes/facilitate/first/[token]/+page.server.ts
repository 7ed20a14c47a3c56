import { fail, redirect } from '@sveltejs/kit';
import { isGoodLink, makeFirstFacilitator } from '$lib/server/auth';
import { accountOf } from '../../account-typed';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	if (locals.facilitator) redirect(303, '/facilitate');
	return { good: await isGoodLink(params.token) };
};

export const actions: Actions = {
	default: async ({ params, request }) => {
		const person = await accountOf(request);
		const { name, email } = person;
		if (!name) return fail(400, { name, email, why: 'no-name' as const });
		const made = await makeFirstFacilitator(params.token, person, request.headers);
		if (!made.ok) return fail(400, { name, email, why: made.why });
		redirect(303, '/facilitate');
	}
};
