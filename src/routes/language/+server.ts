import { redirect } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '$lib/paraglide/runtime';
import type { RequestHandler } from './$types';

/** Remembers the language for this browser and goes back to the page it was chosen on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const language = form.get('language');
	if (isLocale(language))
		// The browser's own code reads it too, to go on in the same language.
		cookies.set(cookieName, language, {
			path: '/',
			maxAge: cookieMaxAge,
			httpOnly: false,
			sameSite: 'lax',
			secure: url.protocol === 'https:'
		});
	redirect(303, onThisServer(form.get('to')));
};

/** Only a path of ours: `//elsewhere` and whole addresses lead away. */
function onThisServer(to: FormDataEntryValue | null): string {
	return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
}
