import { redirect } from '@sveltejs/kit';
import { keepLink } from '$lib/server/co-facilitators';
import type { RequestHandler } from './$types';

/**
 * Looking at it uses nothing up: a chat's preview looks before anybody taps. The secret goes into
 * a cookie, and out of the address: no page that is opened from there names it.
 */
export const GET: RequestHandler = async ({ params, cookies, url }) => {
	keepLink({ cookies, url }, params.token.slice(0, 64));
	redirect(303, '/facilitate/with');
};
