import { fail } from '@sveltejs/kit';
import type { Refusal } from './refusal';

/** Why a step was not taken, for `refusal`. */
interface Failed {
	why: Refusal;
	/** Name of who holds the controls, where that is why. */
	holder?: string;
}

/**
 * A step's outcome as an action's answer. Somebody who was quicker with the same thing is no
 * trouble.
 */
export function answer(outcome: { ok: true } | ({ ok: false } & Failed)) {
	if (outcome.ok || outcome.why === 'already') return { ok: true as const };
	const { why, holder } = outcome;
	return fail<Failed>(409, { why, holder });
}

/** A line of text from a form, without the blanks around it; cut where no screen would hold it. */
export function line(form: FormData, name: string, most = 200): string {
	return String(form.get(name) ?? '')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, most);
}
