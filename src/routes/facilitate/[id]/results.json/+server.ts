import { error } from '@sveltejs/kit';
import { resultsJson } from '$lib/report/json';
import { ownWorkshop } from '$lib/server/owner';
import { results } from '$lib/server/results';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { state } = await ownWorkshop(event);
	// ?at=2027-03-09T10:41:00Z: what the teams had written by then
	const at = Date.parse(event.url.searchParams.get('at') ?? '');
	const found = await results(state.id, Number.isNaN(at) ? undefined : at);
	if (!found) error(404);
	return new Response(resultsJson(found), {
		headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
	});
};
