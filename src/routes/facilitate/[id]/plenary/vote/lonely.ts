import { voteGroups } from '$lib/plenary/vote';
import type { WorkshopState } from '$lib/workshop/state';

/**
 * Names of delegations whose one voter would be shown in no group if everybody votes: however the
 * votes are shown, that one can be worked out from the total.
 */
export function lonely({ delegations, people }: WorkshopState): string[] {
	const voters = people
		.filter(({ standing }) => standing === 'member')
		.map(({ id, from }) => ({ voter: id, delegation: from }));
	const shown = voteGroups(delegations, voters).flatMap((group) => group.delegations);
	return delegations
		.filter(({ id }) => !shown.includes(id) && voters.some(({ delegation }) => delegation === id))
		.map(({ name }) => name);
}
