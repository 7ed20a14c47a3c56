import { mount, unmount } from 'svelte';
import HistoryDialog from './HistoryDialog.svelte';
import type { Room } from './room.svelte';

/**
 * Opens the history of the team's sheet over the page. It is loaded when somebody asks for it, and
 * stands outside the page's tree: the panel with its button closes as it opens.
 */
export function openHistory(room: Room): void {
	const dialog = mount(HistoryDialog, {
		target: document.body,
		props: { room, onclose: () => void unmount(dialog) }
	});
}
