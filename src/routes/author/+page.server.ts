import { signedIn } from '$lib/server/owner';
import { library } from '$lib/server/scenarios';
import { outline } from '$lib/scenario/outline';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	signedIn(event);
	const readings = await library();
	return {
		scenarios: readings.map((reading) => ({
			...outline(reading),
			list: reading.problems
		}))
	};
};
