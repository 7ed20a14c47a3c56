import { fail } from '@sveltejs/kit';
import type { Refusal } from './refusal';

/**
 * A step's outcome as an action's answer. Somebody who was quicker with the same thing is no
 * trouble.
 */
export function answer(outcome: { ok: true } | { ok: false; why: Refusal }) {
	if (outcome.ok || outcome.why === 'already') return { ok: true as const };
	return fail(409, { why: outcome.why });
}

/** A line of text from a form, without the blanks around it; cut where no screen would hold it. */
export function line(form: FormData, name: string, most = 200): string {
	return String(form.get(name) ?? '')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, most);
}
