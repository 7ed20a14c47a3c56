import { error } from '@sveltejs/kit';
import { countryName } from '$lib/scenario/countries';
import { signedIn } from '$lib/server/owner';
import { library, toolbox } from '$lib/server/scenarios';
import { toolViews } from '$lib/view/common';
import type { PageServerLoad } from './$types';
import { usesOf } from './uses';

export const load: PageServerLoad = async (event) => {
	signedIn(event);
	const { id } = event.params;
	const tool = toolViews(await toolbox()).find((one) => one.id === id);
	if (!tool) error(404);
	const named = (one: { country?: string; name: string }) => ({
		name: one.name,
		country: one.country && (countryName(one.country) ?? one.country)
	});
	return {
		tool: {
			...tool,
			countries: tool.countries.map((code) => countryName(code) ?? code),
			asks: tool.asks.map(named),
			executes: tool.executes.map(named)
		},
		uses: usesOf(id, await library()),
		today: new Date().toISOString().slice(0, 10)
	};
};
