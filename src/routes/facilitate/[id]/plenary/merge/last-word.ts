import { m } from '$lib/paraglide/messages';

/** What was done last in the plenary, beside the button that takes it back. */
export function lastWord(what: string, name: string): string {
	switch (what) {
		case 'joint-merged':
			return m.merge_last_merged({ name });
		case 'joint-split':
			return m.merge_last_split({ name });
		case 'joint-written':
			return m.merge_last_written({ name });
		default:
			return m.merge_last_apart();
	}
}
