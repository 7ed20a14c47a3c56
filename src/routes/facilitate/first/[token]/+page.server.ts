import { fail, redirect } from '@sveltejs/kit';
import { isGoodLink, makeFirstFacilitator } from '$lib/server/auth';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	if (locals.facilitator) redirect(303, '/facilitate');
	return { good: await isGoodLink(params.token) };
};

export const actions: Actions = {
	default: async ({ params, request }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '').slice(0, 200);
		const [name, email] = [text('name').trim(), text('email').trim()];
		if (!name) return fail(400, { name, email, why: 'no-name' as const });
		const password = text('password');
		const made = await makeFirstFacilitator(
			params.token,
			{ name, email, password },
			request.headers
		);
		if (!made.ok) return fail(400, { name, email, why: made.why });
		redirect(303, '/facilitate');
	}
};
