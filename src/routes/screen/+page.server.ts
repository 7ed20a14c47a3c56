import { screenHere } from '$lib/server/screens';
import { screenSnapshot } from '$lib/server/viewers';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, url }) => {
	const snapshot = await screenSnapshot(await screenHere(cookies, url));
	/** Minutes the room's clock is ahead of UTC. */
	return { ...snapshot, zone: -new Date().getTimezoneOffset() };
};
