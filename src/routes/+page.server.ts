import { fail, redirect } from '@sveltejs/kit';
import { LONG_CODE_LENGTH, readCode } from '$lib/protocol/code';
import { hasFacilitator } from '$lib/server/auth';
import { find, personHere } from '$lib/server/people';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => ({
	led: await hasFacilitator(),
	/** A code that led nowhere, to be compared with the screen. */
	typed: url.searchParams.get('code') ?? ''
});

export const actions: Actions = {
	default: async ({ request, cookies, url }) => {
		const typed = String((await request.formData()).get('code') ?? '').slice(0, 40);
		const long = readCode(typed, LONG_CODE_LENGTH);
		if (long) redirect(303, `/join/${long}`);
		const code = readCode(typed);
		if (!code) return fail(400, { typed, why: 'no-workshop' as const });
		if (await personHere(cookies, code)) redirect(303, `/room/${code}`);
		const found = await find({ cookies, url }, code, '');
		if (!found.ok && found.why === 'no-workshop')
			return fail(400, { typed, why: 'no-workshop' as const });
		// Where codes have to wait, that page does so.
		redirect(303, `/join/${code}`);
	}
};
