import { signedIn } from '$lib/server/owner';
import { toolbox } from '$lib/server/scenarios';
import { toolViews } from '$lib/view/common';
import { countryName } from '$lib/scenario/countries';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	signedIn(event);
	const tools = toolViews(await toolbox());
	return {
		tools: tools.map(({ id, name, kind, use, countries, obtainsText, asks, executes }) => ({
			id,
			name,
			kind,
			use,
			countries: countries.map((code) => countryName(code) ?? code),
			obtains: obtainsText,
			bodies: [...asks, ...executes].map((one) => one.name).join(' ')
		}))
	};
};
