import { fail, redirect } from '@sveltejs/kit';
import { hasFacilitator, signIn } from '$lib/server/auth';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.facilitator) redirect(303, onThisServer(url));
	return { led: await hasFacilitator() };
};

export const actions: Actions = {
	default: async ({ request, url }) => {
		const form = await request.formData();
		const email = String(form.get('email') ?? '')
			.trim()
			.slice(0, 200);
		const password = String(form.get('password') ?? '').slice(0, 200);
		if (!(await signIn(email, password, request.headers))) return fail(400, { email, wrong: true });
		redirect(303, onThisServer(url));
	}
};

/** Only a path of ours: `//elsewhere` and whole addresses lead away. */
function onThisServer(url: URL): string {
	const to = url.searchParams.get('to') ?? '';
	return /^\/(?![/\\])/.test(to) ? to : '/facilitate';
}
