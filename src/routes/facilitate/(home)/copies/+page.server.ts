import { fail } from '@sveltejs/kit';
import { copies, copyNow } from '$lib/server/backup';
import { chooseFolder } from '$lib/server/copy-folder';
import { signedIn } from '$lib/server/owner';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	signedIn(event);
	return { copies: copies(), zone: -new Date().getTimezoneOffset() };
};

export const actions: Actions = {
	choose: async (event) => {
		signedIn(event);
		const typed = String((await event.request.formData()).get('folder') ?? '').trim();
		const chosen = chooseFolder(typed);
		if (!chosen.ok) return fail(400, { why: chosen.why, typed });
		return { made: false };
	},
	make: async (event) => {
		signedIn(event);
		const made = await copyNow();
		return made.ok ? { made: true } : fail(500, { why: made.why, typed: undefined });
	}
};
