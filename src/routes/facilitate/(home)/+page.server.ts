import { addresses } from '$lib/server/addresses';
import { copies } from '$lib/server/backup';
import { signedIn } from '$lib/server/owner';
import { workshopLines } from '$lib/server/workshops';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = signedIn(event);
	const { latest, trouble } = copies();
	return {
		workshops: await workshopLines(id),
		addresses: addresses(),
		copies: {
			copied: latest[0]?.at,
			trouble: trouble !== null,
			zone: -new Date().getTimezoneOffset()
		}
	};
};
