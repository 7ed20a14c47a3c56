import { logTable } from '$lib/server/log-table';
import { ownWorkshop } from '$lib/server/owner';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { state } = await ownWorkshop(event);
	return new Response(await logTable(state), {
		headers: { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' }
	});
};
