import { fail, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/protocol/code';
import { find, leave, personHere, requestHere } from '$lib/server/people';
import { ask } from '$lib/server/requests';
import { stateByCode } from '$lib/server/workshops';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, cookies, url }) => {
	const code = readCode(params.code);
	if (!code) redirect(303, '/');
	if (await personHere(cookies, code)) redirect(303, `/room/${code}`);
	const asked = await requestHere(cookies, code);
	// Let in, and let go again since: it asks anew. Whoever waits knows the code.
	if (asked && asked.state !== 'granted')
		return { code, delegations: [], asked: { name: asked.of ?? asked.name, state: asked.state } };
	const found = await find({ cookies, url }, code, '');
	if (!found.ok) redirect(303, `/join/${code}`);
	const state = await stateByCode(code);
	return { code, delegations: (state?.delegations ?? []).map(({ name }) => name) };
};

export const actions: Actions = {
	name: async (event) => {
		const person = String((await event.request.formData()).get('person') ?? '');
		return asks(event, { person });
	},
	listed: async (event) => {
		const form = await event.request.formData();
		const text = (name: string) => String(form.get(name) ?? '').slice(0, 300);
		const typed = { name: text('name'), delegation: text('delegation') };
		return asks(event, typed, typed);
	},
	takeBack: async ({ params, cookies, url }) => {
		const code = readCode(params.code);
		if (code && !(await personHere(cookies, code))) await leave(cookies, url, code);
		redirect(303, `/join/${params.code}`);
	}
};

/** @param typed is shown again where it was not taken */
async function asks(
	{ params, cookies, url }: Pick<RequestEvent, 'params' | 'cookies' | 'url'>,
	wish: Parameters<typeof ask>[3],
	typed?: { name: string; delegation: string }
) {
	const outcome = await ask(cookies, url, params.code ?? '', wish);
	if (!outcome.ok) return fail(409, { why: outcome.why, typed });
	redirect(303, `/join/${params.code}/ask`);
}
