import { formatList } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { delegationsIn } from '$lib/report/support';
import type { DelegationView } from '$lib/view/parts';

/** What a group of voters is called. @param group its name, as results have it */
export function groupWord(group: string, delegations: readonly DelegationView[]): string {
	const own = delegationsIn(group, delegations);
	const guests = delegations.filter(({ kind }) => kind === 'guest');
	const allGuests = own.length === guests.length && own.every(({ kind }) => kind === 'guest');
	if (own.length > 1 && allGuests) return m.vote_guests();
	return own.length
		? formatList(
				own.map(({ name }) => name),
				getLocale()
			)
		: group;
}

/** The number of its mark: that of the first delegation in it, which stands in no other group. */
export function groupPattern(group: string, delegations: readonly DelegationView[]): number {
	return delegationsIn(group, delegations)[0]?.pattern ?? 0;
}
