import { tick } from 'svelte';

/**
 * Puts a notice away. The focus, which would go with its button, goes on to the next notice that can
 * be put away (its button has the attribute `data-put-away`), or else to the heading of the page.
 * @param read does it
 */
export async function putAway(read: () => void): Promise<void> {
	read();
	await tick();
	const next = document.querySelector<HTMLElement>('[data-put-away]');
	(next ?? document.getElementById('now'))?.focus();
}
