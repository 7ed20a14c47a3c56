import { error } from '@sveltejs/kit';
import { signedIn } from '$lib/server/owner';
import { scenarioFile } from '$lib/server/scenarios';
import { serveFile } from '$lib/server/serve-file';
import type { RequestHandler } from './$types';

/** A file of a scenario as it lies in the folder now. */
export const GET: RequestHandler = async (event) => {
	signedIn(event);
	const { slug, path } = event.params;
	const bytes = await scenarioFile(slug, path);
	if (!bytes) error(404);
	return serveFile(path, bytes);
};
