import { health } from '$lib/server/health';
import { dataFolder } from '$lib/server/home';
import { signedIn } from '$lib/server/owner';
import { version } from '../../../../../package.json';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	signedIn(event);
	return { health: health(), folder: dataFolder, now: Date.now(), version };
};
