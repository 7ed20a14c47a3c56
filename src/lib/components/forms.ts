import * as kit from '$app/forms';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';

/** What an action answers. */
type Data = Record<string, unknown> | undefined;

/**
 * Kit's `enhance`, for forms of a page on which people go on working: the focus stays on what was
 * pressed, or where somebody has begun to write meanwhile.
 */
export function enhance<Success extends Data, Failure extends Data>(
	form: HTMLFormElement,
	submit: SubmitFunction<Success, Failure> = () => {}
) {
	return kit.enhance<Success, Failure>(form, async (input) => {
		const then = await submit(input);
		return (came) => {
			const update: typeof came.update = (how) => withFocus(() => came.update(how));
			return then ? then({ ...came, update }) : update();
		};
	});
}

/** Kit's `applyAction`; the focus stays. */
export function applyAction(result: ActionResult): Promise<void> {
	return withFocus(() => kit.applyAction(result));
}

/**
 * A form that was taken has Kit move the focus to whatever is marked `autofocus`, or else to the top
 * of the page, where the next key would begin. Meanwhile something is marked that takes no focus.
 */
async function withFocus(work: () => Promise<void>): Promise<void> {
	const decoy = document.createElement('span');
	decoy.hidden = true;
	decoy.toggleAttribute('autofocus');
	document.body.prepend(decoy);
	try {
		await work();
	} finally {
		decoy.remove();
	}
}
