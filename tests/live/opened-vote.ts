import type { Stance } from '../../src/lib/plenary/vote';
import { castVote, openVote, outcomeOf, type Manner } from '../../src/lib/server/outcome';
import { more, now, recommended } from './recommended';

export const STANCED: Manner = { dots: null, named: false };

/** An open vote on two recommendations of each team, by 4 members and so many more. */
export async function openedVote(
	url: string,
	extra: Record<string, number> = {},
	manner: Manner = STANCED
) {
	const { id, by } = await recommended(url, 2);
	for (const [delegation, count] of Object.entries(extra)) await more(id, by, delegation, count);
	const opened = await openVote(await now(id), by, manner);
	const ballot = opened.ok ? opened.value : '';
	const items = outcomeOf(id).ballot!.items.map(({ item }) => item);
	const people = (await now(id)).people.filter(({ standing }) => standing === 'member');
	const cast = (person: string, at: number, stance: Stance | null, reason = '', proxy = false) =>
		castVote(id, person, { ballot, item: items[at] ?? '', stance, dots: 0, reason }, proxy);
	return { id, by, ballot, items, people, cast };
}
