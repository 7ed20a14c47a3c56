import { redirect } from '@sveltejs/kit';
import { signOut } from '$lib/server/auth';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	if (locals.facilitator) await signOut(request.headers);
	redirect(303, '/');
};
