import { error } from '@sveltejs/kit';
import { ownWorkshop } from '$lib/server/owner';
import { editionFile } from '$lib/server/scenarios';
import { serveFile } from '$lib/server/serve-file';
import type { RequestHandler } from './$types';

/** A file of the edition that the workshop keeps: its facilitator may see every one. */
export const GET: RequestHandler = async (event) => {
	const { state } = await ownWorkshop(event);
	const { path } = event.params;
	const bytes = await editionFile(state.edition, path);
	if (!bytes) error(404);
	return serveFile(path, bytes);
};
