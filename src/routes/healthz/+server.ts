import { answers } from '$lib/server/db';
import { disk } from '$lib/server/disk';
import { json } from '@sveltejs/kit';
import { version } from '../../../package.json';

/** Answers once the database does; nothing of anybody. */
export const GET = () => {
	const ok = answers();
	return json({ ok, version, disk: disk().state }, { status: ok ? 200 : 503 });
};
