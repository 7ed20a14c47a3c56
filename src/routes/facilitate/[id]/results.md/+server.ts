import { error } from '@sveltejs/kit';
import { namesOf, resultsMarkdown } from '$lib/report/markdown';
import { ownWorkshop } from '$lib/server/owner';
import { results } from '$lib/server/results';
import { markdownWords } from '../report/words';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { state } = await ownWorkshop(event);
	const found = await results(state.id);
	if (!found) error(404);
	return new Response(resultsMarkdown(found, namesOf(state), markdownWords()), {
		headers: { 'content-type': 'text/markdown; charset=utf-8', 'cache-control': 'no-store' }
	});
};
