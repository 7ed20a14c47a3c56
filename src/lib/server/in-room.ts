import { redirect, type Cookies } from '@sveltejs/kit';
import { readCode } from '../protocol/code';
import { personHere } from './people';

/** Who asks for a page of a participant, by the device's cookie; whoever has none goes to the door. */
export async function inRoom({
	params,
	cookies
}: {
	params: { code: string };
	cookies: Pick<Cookies, 'get'>;
}): Promise<{ code: string; person: string; device: string; workshop: string }> {
	const code = readCode(params.code);
	if (!code) redirect(303, '/');
	const found = await personHere(cookies, code);
	if (!found) redirect(303, `/join/${code}`);
	return { code, ...found };
}
