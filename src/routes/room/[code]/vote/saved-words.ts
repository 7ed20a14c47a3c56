import type { IconName } from '$lib/components/icons';
import { m } from '$lib/paraglide/messages';
import type { Voting } from './voting.svelte';

/** Whether a person's votes are saved, as the bar says it. */
export function savedWords(
	{ saved, unsent, said }: Pick<Voting, 'saved' | 'unsent' | 'said'>,
	online: boolean
): { icon: IconName; look: 'calm' | 'attention'; title: string } {
	if (saved === 'late') return { icon: 'triangle', look: 'attention', title: m.vote_late() };
	if (saved === 'refused') return { icon: 'triangle', look: 'attention', title: m.vote_refused() };
	if (unsent > 0 && (saved === 'kept' || !online))
		return { icon: 'cloud', look: 'attention', title: m.vote_kept({ count: unsent }) };
	if (!online) return { icon: 'cloud', look: 'attention', title: m.vote_offline() };
	if (unsent > 0) return { icon: 'saving', look: 'calm', title: m.vote_saving() };
	if (said === 0) return { icon: 'info', look: 'calm', title: m.vote_nothing_said() };
	return { icon: 'check', look: 'calm', title: m.vote_saved() };
}
