import { copies } from '$lib/server/backup';
import { health } from '$lib/server/health';
import { dataFolder } from '$lib/server/home';
import { signedIn } from '$lib/server/owner';
import { version } from '../../../../../package.json';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	signedIn(event);
	const { latest, trouble, folder: to } = copies();
	const copied = { at: latest[0]?.at, to, trouble };
	return { health: health(), copied, folder: dataFolder, now: Date.now(), version };
};
