import { m } from '$lib/paraglide/messages';
import type { Stance } from '$lib/plenary/vote';

/** @returns what somebody says of a recommendation, in the reader's language */
export function stanceWord(stance: Stance): string {
	switch (stance) {
		case 'support':
			return m.vote_support();
		case 'accept':
			return m.vote_accept();
		case 'object':
			return m.vote_object();
	}
}
