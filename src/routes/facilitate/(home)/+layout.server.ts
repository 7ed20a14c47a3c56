import { signedIn } from '$lib/server/owner';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { name } = signedIn(event);
	return { facilitator: { name } };
};
