import { formatList } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Balance } from '$lib/teams/balance';
import type { Impossible } from '$lib/teams/impossible';
import type { MoveEffect } from '$lib/teams/move';
import { roleWord } from './role-word';

/**
 * Why the teams are even, as the page's heading; or what no longer holds.
 * @param names of the teams
 */
export function headline(balance: Balance, names: readonly string[]): string {
	const list = (items: readonly string[]) => formatList(items, getLocale());
	const sizes = list(balance.sizes.map(String));
	const { hosts, missing } = balance;
	if (missing.length) {
		const delegations = list([...new Set(missing.map(({ delegation }) => delegation))]);
		const teams = list([...new Set(missing.map(({ team }) => names[team] ?? ''))]);
		return m.teams_head_missing({ delegations, teams, sizes });
	}
	if (hosts.length === 2) return m.teams_head_both({ sizes });
	if (hosts.length === 1) return m.teams_head_one({ delegation: hosts[0] ?? '', sizes });
	return hosts.length ? m.teams_head_all({ sizes }) : m.teams_head_sizes({ sizes });
}

/** What else holds: roles that every team has, and whether everybody shares a language. */
export function reasons(balance: Balance, nameOf: (id: string) => string): string[] {
	const alone = balance.teams.flatMap(({ withoutLanguage }) => withoutLanguage);
	const speak = balance.teams.some(({ languages }) => languages.length > 0);
	return [
		...(balance.rolesEverywhere.length
			? [
					m.teams_roles_everywhere({
						roles: formatList(balance.rolesEverywhere.map(roleWord), getLocale())
					})
				]
			: []),
		...(alone.length
			? [m.teams_without_language({ names: formatList(alone.map(nameOf), getLocale()) })]
			: speak
				? [m.teams_with_language()]
				: [])
	];
}

/** A wish that cannot be met, with what stands against it and what would work. */
export function impossibleSentence(
	wish: Impossible,
	teamName: (index: number) => string
): { wish: string; why: string } {
	switch (wish.kind) {
		case 'empty-teams':
			return {
				wish: m.teams_wish_everybody({ teams: wish.teams }),
				why: m.teams_why_empty({ people: wish.people, most: wish.most })
			};
		case 'host-everywhere':
			return {
				wish: m.teams_wish_host({ delegation: wish.delegation }),
				why: wish.most
					? m.teams_why_host({ people: wish.people, most: wish.most })
					: m.teams_why_host_nobody()
			};
		case 'pins-hold-host':
			return {
				wish: m.teams_wish_host({ delegation: wish.delegation }),
				why: m.teams_why_pins_host({ without: wish.without })
			};
		case 'pins-crowd':
			return {
				wish: m.teams_wish_sizes(),
				why: m.teams_why_pins_crowd({
					team: teamName(wish.team),
					pinned: wish.pinned,
					most: wish.most
				})
			};
	}
}

/** What a move would spoil: "Mango has no prosecutor". */
export function effectSentence(effect: MoveEffect, names: readonly string[]): string {
	switch (effect.kind) {
		case 'host-missing':
			return m.teams_effect_host({
				team: names[effect.team] ?? '',
				delegation: effect.delegation
			});
		case 'role-missing':
			return m.teams_effect_role({ team: names[effect.team] ?? '', role: roleWord(effect.role) });
		case 'sizes':
			return m.teams_effect_sizes({ smallest: effect.smallest, largest: effect.largest });
	}
}
