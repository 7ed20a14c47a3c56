import { error } from '@sveltejs/kit';
import { screenFile } from '$lib/server/screens';
import { serveFile } from '$lib/server/serve-file';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ cookies, params }) => {
	const bytes = await screenFile(cookies, params.path);
	if (!bytes) error(404);
	return serveFile(params.path, bytes);
};
