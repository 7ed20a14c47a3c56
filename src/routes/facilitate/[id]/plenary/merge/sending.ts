import { tick } from 'svelte';
import { invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';
import type { Merging } from './merging.svelte';

/**
 * How a form of this page is sent: one press at a time; where it is not answered the page stays as
 * it is, with what is typed, and where it is taken the focus goes to what is open then.
 * @param taken opens what comes next; it is told the id of the joint recommendation, if one was made
 * @returns for `use:enhance`
 */
export function sending(
	merging: Merging,
	taken: (joint: string | undefined) => void
): SubmitFunction<{ joint?: string }> {
	let working = false;
	return ({ cancel }) => {
		if (working) return cancel();
		working = true;
		return async ({ update, result }) => {
			working = false;
			merging.trouble = result.type === 'error' ? 'unanswered' : undefined;
			if (result.type === 'error') return;
			await update({ reset: false });
			if (result.type !== 'success') return invalidateAll();
			taken(result.data?.joint);
			await tick();
			document.getElementById('group')?.focus();
		};
	};
}
