import { readLanguages } from '../people/cell';
import { byCodeUnit, plain } from '../people/plain';
import type { Attendee } from './attendee';
import { genderGroup } from './gender-group';
import { roleGroup, type RoleGroup } from './role-group';

/** One kind of people in one team. */
export interface Share<K = string> {
	kind: K;
	people: number;
}

/** What one team is made of. Kinds nobody in the team has are left out. */
export interface TeamBalance {
	size: number;
	/** Host delegations first, each part in alphabetical order. */
	delegations: (Share & { host: boolean })[];
	/** Groups of roles in the order of `Balance.groups`. */
	roles: Share<RoleGroup>[];
	/** `f`, `m` or the list's own word. */
	genders: Share[];
	/** The most spoken first. */
	languages: Share[];
	/** Ids of people who share no language with anybody in the team, of those who named one. */
	withoutLanguage: string[];
}

/** Why a division is fair, as values: sentences are made where it is shown. */
export interface Balance {
	teams: TeamBalance[];
	/** The sizes there are, the smallest first, e.g. `[6, 7]`. */
	sizes: number[];
	/** Names of the host delegations. */
	hosts: string[];
	/** Whether every team has somebody of every host delegation. */
	hostsEverywhere: boolean;
	/** Where not: team (index from 0) and delegation. */
	missing: { team: number; delegation: string }[];
	/** Groups of roles that every team has. */
	rolesEverywhere: RoleGroup[];
}

const GROUPS: RoleGroup[] = [
	'prosecutor',
	'courts',
	'defence',
	'investigator',
	'ministry',
	'adviser',
	'trainer',
	'other'
];

/**
 * Says what the teams are made of.
 * @param teams people by team
 * @param hosts names of host delegations that may have sent nobody; others are found among the people
 */
export function balance(
	teams: readonly (readonly Attendee[])[],
	hosts: readonly string[] = []
): Balance {
	const names = new Map(hosts.map((name) => [plain(name), name]));
	for (const person of teams.flat())
		if (person.host && !names.has(plain(person.delegation)))
			names.set(plain(person.delegation), person.delegation);
	const all = [...names.values()].sort(byCodeUnit);
	const made = teams.map(ofTeam);
	const missing = teams.flatMap((members, team) => {
		const present = new Set(members.map(({ delegation }) => plain(delegation)));
		return all
			.filter((name) => !present.has(plain(name)))
			.map((delegation) => ({ team, delegation }));
	});
	return {
		teams: made,
		sizes: [...new Set(made.map(({ size }) => size))].sort((a, b) => a - b),
		hosts: all,
		hostsEverywhere: missing.length === 0,
		missing,
		rolesEverywhere: GROUPS.filter(
			(group) =>
				group !== 'other' && made.every(({ roles }) => roles.some(({ kind }) => kind === group))
		)
	};
}

function ofTeam(members: readonly Attendee[]): TeamBalance {
	const delegations = shares(members.map(({ delegation }) => delegation)).map((share) => ({
		...share,
		host: members.some(({ delegation, host }) => host && plain(delegation) === plain(share.kind))
	}));
	const groups = members.filter(({ role }) => role).map(({ role }) => roleGroup(role));
	return {
		size: members.length,
		delegations: delegations.sort(
			(a, b) => Number(b.host) - Number(a.host) || byCodeUnit(a.kind, b.kind)
		),
		roles: GROUPS.map((kind) => ({ kind, people: groups.filter((g) => g === kind).length })).filter(
			({ people }) => people > 0
		),
		genders: shares(members.map(({ gender }) => genderGroup(gender))),
		languages: shares(members.flatMap(({ languages }) => readLanguages(languages))).sort(
			(a, b) => b.people - a.people || byCodeUnit(a.kind, b.kind)
		),
		withoutLanguage: members
			.filter((person) => person.languages && !members.some((mate) => share(person, mate)))
			.map(({ id }) => id)
	};
}

/** Counts words that are the same but for case and accents, under the first spelling in order. */
function shares(words: readonly string[]): Share[] {
	const found = new Map<string, Share>();
	for (const word of [...words].sort(byCodeUnit)) {
		if (!word) continue;
		const known = found.get(plain(word));
		if (known) known.people++;
		else found.set(plain(word), { kind: word, people: 1 });
	}
	return [...found.values()];
}

/** Whether two different people have a language in common. */
function share(a: Attendee, b: Attendee): boolean {
	const spoken = new Set(readLanguages(a.languages).map(plain));
	return (
		a.id !== b.id && readLanguages(b.languages).some((language) => spoken.has(plain(language)))
	);
}
