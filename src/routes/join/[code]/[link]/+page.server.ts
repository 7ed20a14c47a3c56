import { fail, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/protocol/code';
import { readDeviceLink, useDeviceLink } from '$lib/server/devices';
import { personHere } from '$lib/server/people';
import type { Actions, PageServerLoad } from './$types';

/** Looking at it uses nothing up: a phone's camera looks before anybody taps. */
export const load: PageServerLoad = async ({ params, cookies }) => {
	const code = readCode(params.code);
	if (!code) redirect(303, '/');
	const here = await personHere(cookies, code);
	const link = await readDeviceLink(code, params.link);
	if (here && (!link.ok || here.person === link.person)) redirect(303, `/room/${code}`);
	return link.ok ? { code, name: link.name } : { code, why: link.why };
};

export const actions: Actions = {
	default: async ({ params, cookies, url }) => {
		const code = readCode(params.code);
		if (!code) redirect(303, '/');
		const used = await useDeviceLink(cookies, url, code, params.link);
		if (!used.ok) return fail(409, { why: used.why });
		redirect(303, `/room/${code}`);
	}
};
