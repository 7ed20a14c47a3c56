import early from '$lib/page/early.js?raw';
import { paraglideMiddleware } from '$lib/paraglide/server';
import { facilitatorOf } from '$lib/server/auth';
import { isDiskFault } from '$lib/server/disk';
import { log } from '$lib/server/log';
import { isOurHost } from '$lib/server/origin';
import type { Handle, HandleServerError } from '@sveltejs/kit';

const RIGHT_TO_LEFT = ['ar'];

export const handle: Handle = async ({ event, resolve }) => {
	// A page elsewhere whose name was made to point here is not answered. A trusted proxy may pass on any name.
	const { headers } = event.request;
	if (!headers.has('x-forwarded-host') && !isOurHost(headers.get('host') ?? event.url.host))
		return new Response(
			'This address is not one of this computer. Open the address on the screen in your room.\n',
			{ status: 421 }
		);
	event.locals.facilitator = await facilitatorOf(headers);
	if (
		isTooLong(
			event.request,
			event.url.pathname === '/facilitate/open' && !!event.locals.facilitator
		)
	)
		return new Response('This is more than is taken in here.\n', { status: 413 });
	const response = await paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		const dir = RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr';
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%dir%', dir)
					.replace('%early%', () => `<script>${early}</script>`)
		});
	});
	if (event.locals.diskFault && event.request.headers.has('x-sveltekit-action')) return notKept();
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('x-frame-options', 'DENY');
	response.headers.set('referrer-policy', 'same-origin');
	return response;
};

/** What a form is answered when the disk takes nothing: a failure, which the page says in a sentence. */
function notKept(): Response {
	const data = JSON.stringify([{ disk: 1 }, true]); // as devalue writes `{ disk: true }`
	return Response.json({ type: 'failure', status: 507, data });
}

/** Bytes of a form. server.js lets more through, for a facilitator who opens a workshop's file. */
const LONGEST = 512 * 1024;

function isTooLong({ method, headers }: Request, takesFiles: boolean): boolean {
	if (method === 'GET' || method === 'HEAD' || takesFiles) return false;
	return headers.has('transfer-encoding') || Number(headers.get('content-length')) > LONGEST;
}

export const handleError: HandleServerError = ({ error, status, event }) => {
	if (isDiskFault(error)) event.locals.diskFault = true;
	else if (status !== 404) log.error({ err: error, route: event.route.id });
};
