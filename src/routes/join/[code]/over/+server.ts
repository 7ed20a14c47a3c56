import { json } from '@sveltejs/kit';
import { readCode } from '$lib/protocol/code';
import { stateByCode } from '$lib/server/workshops';
import type { RequestHandler } from './$types';

/**
 * Whether a workshop has ended: a browser deletes then what it still keeps of it. Of a running
 * workshop it says the same as of none, so that it is no way to try codes.
 */
export const GET: RequestHandler = async ({ params }) => {
	const code = readCode(params.code);
	const state = code ? await stateByCode(code) : undefined;
	return json(state?.status === 'ended', { headers: { 'cache-control': 'no-store' } });
};
