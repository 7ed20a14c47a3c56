import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/**
 * For a `popover` or `details` whose content comes when it opens: hears whether it is open, also of
 * one that somebody opened before the page was awake.
 */
export function opened(heard: (open: boolean) => void): Attachment<HTMLElement> {
	return (element) => {
		// in `:is`, a browser that knows no popovers passes over the word instead of throwing
		const isOpen = () => element.matches(':is(:popover-open, [open])');
		const look = () => heard(isOpen());
		element.addEventListener('toggle', look);
		if (isOpen()) untrack(look);
		return () => element.removeEventListener('toggle', look);
	};
}
