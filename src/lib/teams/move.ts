import type { Attendee } from './attendee';
import { balance } from './balance';
import type { Division } from './division';
import type { RoleGroup } from './role-group';

/** What no longer holds after a person was moved by hand. */
export type MoveEffect =
	| { kind: 'host-missing'; team: number; delegation: string }
	| { kind: 'role-missing'; team: number; role: RoleGroup }
	/** Sizes now differ by more than one, and by more than before. */
	| { kind: 'sizes'; smallest: number; largest: number };

/**
 * Puts a person into a team, out of whichever they sit in; a latecomer sat in none.
 * @param team index of the team, from 0
 * @throws RangeError where there is no such team
 */
export function moved(division: Division, person: string, team: number): Division {
	if (!division.teams[team]) throw new RangeError(`There is no team ${team}.`);
	return {
		teams: division.teams.map((members, i) => {
			if (i === team && members.includes(person)) return members;
			const others = members.filter((id) => id !== person);
			return i === team ? [...others, person] : others;
		})
	};
}

/**
 * What a move would spoil: only what held before.
 * @param before people by team, before the move
 * @param after people by team, after it
 */
export function effectOfMove(
	before: readonly (readonly Attendee[])[],
	after: readonly (readonly Attendee[])[]
): MoveEffect[] {
	const was = balance(before);
	const is = balance(after, was.hosts);
	const effects: MoveEffect[] = is.missing
		.filter(
			(now) => !was.missing.some((m) => m.team === now.team && m.delegation === now.delegation)
		)
		.map((now) => ({ kind: 'host-missing', ...now }));
	was.teams.forEach(({ roles }, team) => {
		for (const { kind } of roles)
			if (kind !== 'other' && !is.teams[team]?.roles.some((role) => role.kind === kind))
				effects.push({ kind: 'role-missing', team, role: kind });
	});
	const range = (sizes: number[]) => Math.max(...sizes) - Math.min(...sizes);
	if (range(is.sizes) > Math.max(1, range(was.sizes)))
		effects.push({
			kind: 'sizes',
			smallest: Math.min(...is.sizes),
			largest: Math.max(...is.sizes)
		});
	return effects;
}
