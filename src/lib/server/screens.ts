import type { Cookies } from '@sveltejs/kit';
import { markdownOf } from '../view/seen';
import { screenMayFetch } from '../view/files';
import { newsOf } from '../view/view-screen';
import { keep, SCREEN_COOKIE } from './cookies';
import { insertScreen, screenByToken } from './db/screens';
import { newToken } from './random';
import { editionFile } from './scenarios';
import { stateOf } from './state';

/** How long a browser stays the same projector, in days. */
const KEEP_DAYS = 60;

/** The projector that this browser is; a new one, not yet paired, where it was none. */
export async function screenHere(
	cookies: Cookies,
	url: URL
): Promise<{ code: string; workshop: string | null }> {
	const known = await screenByToken(cookies.get(SCREEN_COOKIE) ?? '');
	if (known) return known;
	const token = newToken();
	await insertScreen(token, Date.now());
	keep({ cookies, url }, SCREEN_COOKIE, token, KEEP_DAYS);
	const made = await screenByToken(token);
	if (!made) throw new Error('a projector that was just made is gone');
	return made;
}

/** A file that the projector's newest inject shows; undefined for every other. */
export async function screenFile(
	cookies: Pick<Cookies, 'get'>,
	path: string
): Promise<Uint8Array | undefined> {
	const screen = await screenByToken(cookies.get(SCREEN_COOKIE) ?? '');
	const state = screen?.workshop ? await stateOf(screen.workshop) : undefined;
	const news = state && newsOf(state);
	if (!state || !screenMayFetch(news && markdownOf(news.text), path)) return undefined;
	return editionFile(state.edition, path);
}
