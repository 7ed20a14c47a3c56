import { fail, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/protocol/code';
import { takeLongCode } from '$lib/server/long-code';
import { claim, find, personHere, requestHere } from '$lib/server/people';
import { stateByCode } from '$lib/server/workshops';
import type { Actions, PageServerLoad } from './$types';

/** Why a browser that held a name is here again. */
const GONE = ['freed', 'replaced', 'removed'] as const;

export const load: PageServerLoad = async ({ params, cookies, url }) => {
	takeLongCode({ cookies, url }, params.code);
	const code = readCode(params.code);
	if (!code) redirect(303, wrongCode(params.code));
	if (await personHere(cookies, code)) redirect(303, `/room/${code}`);
	const asked = await requestHere(cookies, code);
	if (asked && asked.state !== 'granted') redirect(303, `/join/${code}/ask`);
	const typed = (url.searchParams.get('q') ?? '').slice(0, 60);
	const found = await find({ cookies, url }, code, typed);
	if (!found.ok && found.why === 'no-workshop') redirect(303, wrongCode(code));
	// Too many wrong codes: whether this one is right is nobody's business now.
	const state = !found.ok && found.why === 'slow-down' ? undefined : await stateByCode(code);
	return {
		code,
		typed,
		gone: GONE.find((one) => one === url.searchParams.get('gone')),
		workshop: state && {
			title: state.title,
			place: state.place,
			from: state.from,
			to: state.to,
			status: state.status,
			listed: state.namesListed
		},
		delegations: (state?.delegations ?? []).map(({ name }, i) => ({ name, pattern: i + 1 })),
		names: found.ok ? found.names : [],
		doorsOpen: found.ok && found.doorsOpen,
		why: found.ok ? undefined : found.why
	};
};

export const actions: Actions = {
	default: async ({ params, cookies, url, request }) => {
		const code = readCode(params.code);
		const person = (await request.formData()).get('person');
		if (!code || typeof person !== 'string') return fail(400, { why: 'no-person' as const });
		const claimed = await claim(cookies, url, code, person);
		if (!claimed.ok) return fail(409, { why: claimed.why });
		redirect(303, `/room/${code}`);
	}
};

function wrongCode(typed: string): string {
	return `/?code=${encodeURIComponent(typed.slice(0, 40))}`;
}
