import { addresses } from '$lib/server/addresses';
import { signedIn } from '$lib/server/owner';
import { workshopLines } from '$lib/server/workshops';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = signedIn(event);
	return { workshops: await workshopLines(id), addresses: addresses() };
};
