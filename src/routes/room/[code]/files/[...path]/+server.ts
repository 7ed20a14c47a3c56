import { personHere } from '$lib/server/people';
import { editionFile } from '$lib/server/scenarios';
import { serveFile } from '$lib/server/serve-file';
import { stateOf } from '$lib/server/workshops';
import { mayFetch } from '$lib/view/files';
import { error } from '@sveltejs/kit';

/** A file of the case, for those who may see a text that shows it. */
export const GET = async ({ cookies, params }) => {
	const here = await personHere(cookies, params.code);
	const state = here && (await stateOf(here.workshop));
	if (!state || !mayFetch(state, here.person, params.path)) error(404);
	const bytes = await editionFile(state.edition, params.path);
	if (!bytes) error(404);
	return serveFile(params.path, bytes);
};
