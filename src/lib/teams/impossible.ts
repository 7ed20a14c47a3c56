import { byCodeUnit, plain } from '../people/plain';
import type { Attendee } from './attendee';
import { sizes } from './deal';

/** A wish that cannot be met, with what stands against it. */
export type Impossible =
	/** Some teams stay empty. */
	| { kind: 'empty-teams'; people: number; teams: number; most: number }
	/** A host delegation has fewer people than there are teams; `most` teams can have one of them. */
	| {
			kind: 'host-everywhere';
			delegation: string;
			people: number;
			teams: number;
			most: number;
	  }
	/** Pins keep a host delegation out of `without` teams, though it has people enough. */
	| { kind: 'pins-hold-host'; delegation: string; people: number; teams: number; without: number }
	/** More people are pinned to a team (index from 0) than it may have for sizes to differ by one at most. */
	| { kind: 'pins-crowd'; team: number; pinned: number; most: number };

/**
 * What cannot be had, before anybody is drawn. The best division is still made by `form`.
 * @param wish `hosts`: names of all host delegations, where one may have sent nobody
 * @returns one value for each unmet wish; empty where all can be met
 */
export function impossible(
	people: readonly Attendee[],
	wish: { teams: number; hosts?: readonly string[] }
): Impossible[] {
	const { teams } = wish;
	const found: Impossible[] = [];
	if (people.length < teams)
		found.push({ kind: 'empty-teams', people: people.length, teams, most: people.length });

	for (const [delegation, members] of byHost(people, wish.hosts ?? [])) {
		const number = members.length;
		if (number < teams) {
			const most = number;
			found.push({ kind: 'host-everywhere', delegation, people: number, teams, most });
			continue;
		}
		const pinned = members.flatMap(({ pinned }) => pinned ?? []);
		const without = teams - new Set(pinned).size - (number - pinned.length);
		if (without > 0)
			found.push({ kind: 'pins-hold-host', delegation, people: number, teams, without });
	}

	const pinned = Array.from(
		{ length: teams },
		(_, team) => people.filter((person) => person.pinned === team).length
	);
	const reached = sizes(pinned, people.length);
	if (Math.max(...reached) - Math.min(...reached) > 1)
		pinned.forEach((number, team) => {
			const fair = people.length / teams;
			const most = number > Math.ceil(fair) ? Math.ceil(fair) : Math.floor(fair);
			if (number > most) found.push({ kind: 'pins-crowd', team, pinned: number, most });
		});
	return found;
}

/** The people of each host delegation, alphabetically. */
function byHost(people: readonly Attendee[], hosts: readonly string[]): [string, Attendee[]][] {
	const groups = new Map<string, [string, Attendee[]]>();
	for (const name of hosts) groups.set(plain(name), [name, []]);
	for (const person of people) {
		if (!person.host) continue;
		const group = groups.get(plain(person.delegation)) ?? [person.delegation, []];
		group[1].push(person);
		groups.set(plain(person.delegation), group);
	}
	return [...groups.values()].sort((a, b) => byCodeUnit(a[0], b[0]));
}
