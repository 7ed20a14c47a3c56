import { fail, redirect } from '@sveltejs/kit';
import { hasFacilitator, signIn } from '$lib/server/auth';
import { passwords } from '$lib/server/gate';
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
		if (passwords.mustWait(Date.now())) return fail(429, { email, wrong: false, wait: true });
		if (!(await signIn(email, password, request.headers))) {
			passwords.countWrong(Date.now());
			return fail(400, { email, wrong: true, wait: false });
		}
		redirect(303, onThisServer(url));
	}
};

/** Only a path of ours: `//elsewhere` and whole addresses lead away. */
function onThisServer(url: URL): string {
	const to = url.searchParams.get('to') ?? '';
	return /^\/(?![/\\])/.test(to) ? to : '/facilitate';
}
