import { answers } from '$lib/server/db';
import { json } from '@sveltejs/kit';
import { version } from '../../../package.json';

/** Answers once the database does. */
export const GET = () => json({ ok: answers(), version });
