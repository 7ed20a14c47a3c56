import { fail, redirect } from '@sveltejs/kit';
import { signedIn } from '$lib/server/owner';
import { library } from '$lib/server/scenarios';
import { makeWorkshop } from '$lib/server/workshops';
import type { Actions, PageServerLoad } from './$types';
import { caseChoice } from './case-choice';
import { checked, typedOf } from './prepared';

export const load: PageServerLoad = async (event) => {
	signedIn(event);
	const cases = (await library()).map(caseChoice);
	const asked = event.url.searchParams.get('case');
	const usable = cases.filter((one) => one.usable);
	const chosen = usable.find((one) => one.slug === asked) ?? usable[0];
	return { cases, chosen: chosen?.slug, today: new Date().toISOString().slice(0, 10) };
};

export const actions: Actions = {
	default: async (event) => {
		const { id } = signedIn(event);
		const typed = typedOf(await event.request.formData());
		const choice = (await library()).map(caseChoice).find((one) => one.slug === typed.slug);
		const form = checked(typed, choice);
		if (!form.ok) return fail(400, { typed, why: form.why });
		const made = await makeWorkshop(id, form.prepared);
		if (!made.ok) return fail(409, { typed, why: made.why });
		redirect(303, `/facilitate/${made.id}/people`);
	}
};
