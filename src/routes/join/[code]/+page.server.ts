import { fail, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/protocol/code';
import { claim, find, personHere } from '$lib/server/people';
import { stateByCode } from '$lib/server/workshops';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, cookies, url }) => {
	const code = readCode(params.code);
	if (!code) redirect(303, wrongCode(params.code));
	if (await personHere(cookies, code)) redirect(303, `/room/${code}`);
	const typed = (url.searchParams.get('q') ?? '').slice(0, 60);
	const found = await find(code, typed);
	if (!found.ok && found.why === 'no-workshop') redirect(303, wrongCode(code));
	const state = await stateByCode(code);
	return {
		code,
		typed,
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
