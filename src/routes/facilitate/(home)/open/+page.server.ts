import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '$lib/server/owner';
import { openPack } from '$lib/server/pack';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	signedIn(event);
};

export const actions: Actions = {
	default: async (event) => {
		const { id: owner } = signedIn(event);
		const file = (await event.request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0) return fail(400, { why: 'no-file' as const });
		const opened = await openPack(Buffer.from(await file.arrayBuffer()), owner);
		if (!opened.ok) return fail(409, { why: opened.why });
		redirect(303, `/facilitate/${opened.id}/setup`);
	}
};
