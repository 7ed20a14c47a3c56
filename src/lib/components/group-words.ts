import { m } from '$lib/paraglide/messages';
import type { GroupView } from '$lib/view/vote';

/** What a group of voters is called where there is little room. */
export function groupWord({ names, joined }: Pick<GroupView, 'names' | 'joined'>): string {
	return joined ? m.vote_guests() : (names[0] ?? '');
}
