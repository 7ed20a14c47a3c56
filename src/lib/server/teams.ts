import type { Attendee } from '../teams/attendee';
import { form } from '../teams/form';
import { teamNames } from '../teams/names';
import { teamOf } from '../workshop/stage';
import type { Division, WorkshopState } from '../workshop/state';
import type { Actor } from './db/step';
import * as table from './db/teams';
import { stateOf } from './state';
import { told } from './told';

export const announceTeams = told(table.announceTeams);
export const movePerson = told(table.movePerson);
export const setPinned = told(table.setPinned);
export const setTeam = told(table.setTeam);

const save = told(table.saveDivision);
const givePart = told(table.setPart);

/** The people to divide: everybody but observers. */
export function attendees(state: WorkshopState): Attendee[] {
	const hosts = new Set(state.delegations.filter((d) => d.kind === 'host').map((d) => d.id));
	const pins = pinnedTeams(state.division);
	return state.people
		.filter((person) => person.standing === 'member')
		.map((person) => ({ ...person, host: hosts.has(person.from), pinned: pins.get(person.id) }));
}

function pinnedTeams(division: Division | null): Map<string, number> {
	const pins = (division?.teams ?? []).flatMap((team, index) =>
		team.members.filter((m) => m.pinned).map((m) => [m.person, index] as const)
	);
	return new Map(pins);
}

/**
 * Draws the teams. The same people, number and seed give the same teams; pinned people stay,
 * as long as their team is among the new ones. Sides go to teams in turn.
 * @param count number of teams, from 1
 * @param seed number of the draw
 */
export async function draw(id: string, by: Actor, count: number, seed: number) {
	const state = await stateOf(id);
	if (!state) return undefined;
	const people = attendees(state).map((person) =>
		person.pinned !== undefined && person.pinned >= count
			? { ...person, pinned: undefined }
			: person
	);
	const names = teamNames(count);
	const { sides } = state.scenario;
	const before = state.division?.teams ?? [];
	const pinned = new Set(people.filter((p) => p.pinned !== undefined).map((p) => p.id));
	const teams = form(people, { teams: count, seed }).teams.map((members, index) => ({
		name: before[index]?.name ?? names[index] ?? String(index + 1),
		side: sides.length ? (sides[index % sides.length] ?? null) : null,
		members: members.map((person) => ({ person, pinned: pinned.has(person) }))
	}));
	return save(id, by, seed, teams);
}

/**
 * Gives a part to a member of a team or takes it back: the facilitator for everybody, a member
 * for anybody in the same team.
 */
export async function setPart(
	id: string,
	by: { facilitator: string } | { person: string },
	person: string,
	part: string,
	holds: boolean
): Promise<{ ok: true } | { ok: false; why: 'no-part' | 'not-your-team' | 'no-seat' | 'already' }> {
	const state = await stateOf(id);
	if (!state?.scenario.parts.includes(part)) return { ok: false, why: 'no-part' };
	if ('person' in by) {
		const [mine, theirs] = [teamOf(state, by.person), teamOf(state, person)];
		if (!mine || mine.id !== theirs?.id) return { ok: false, why: 'not-your-team' };
	}
	const actor: Actor = 'person' in by ? `person:${by.person}` : `facilitator:${by.facilitator}`;
	return givePart(id, actor, person, part, holds);
}
