import { m } from '$lib/paraglide/messages';

/**
 * What was done last in the plenary, beside the button that takes it back.
 * @param by name of who did it; '' where it was whoever reads this
 */
export function lastWord({ what, name, by }: { what: string; name: string; by: string }): string {
	switch (what) {
		case 'joint-merged':
			return by ? m.merge_last_merged_by({ by, name }) : m.merge_last_merged({ name });
		case 'joint-split':
			return by ? m.merge_last_split_by({ by, name }) : m.merge_last_split({ name });
		case 'joint-written':
			return by ? m.merge_last_written_by({ by, name }) : m.merge_last_written({ name });
		default:
			return by ? m.merge_last_apart_by({ by }) : m.merge_last_apart();
	}
}
