import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { error } from '@sveltejs/kit';
import { workshopOfOwner } from '$lib/server/owner';
import { packWorkshop } from '$lib/server/pack';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { state } = await workshopOfOwner(event);
	const pieces = await packWorkshop(state.id);
	if (!pieces) error(404);
	const body: NodeStream = Readable.toWeb(Readable.from(pieces));
	const name = `${state.code}-${new Date().toISOString().slice(0, 16).replace(/[-:T]/g, '')}.baraza`;
	return new Response(body as unknown as BodyInit, {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
};
