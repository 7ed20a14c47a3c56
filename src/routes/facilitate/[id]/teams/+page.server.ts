import { fail } from '@sveltejs/kit';
import { ownWorkshop } from '$lib/server/owner';
import {
	announceTeams,
	attendees,
	draw,
	movePerson,
	setPart,
	setPinned,
	setTeam
} from '$lib/server/teams';
import { MOST_TEAMS, teamsFor } from '$lib/teams/size';
import { delegationViews } from '$lib/view/common';
import { answer, line } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const people = attendees(state);
	return {
		delegations: delegationViews(state),
		people: people.map((person) => {
			const full = state.people.find(({ id }) => id === person.id);
			return { ...person, joined: full?.joined ?? false, pinned: person.pinned };
		}),
		division: state.division,
		sides: state.scenario.sides,
		parts: state.scenario.parts,
		// Four figures are easily read out.
		seed: 1000 + Math.floor(Math.random() * 9000)
	};
};

export const actions: Actions = {
	draw: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const people = attendees(state).length;
		if (!people) return fail(409, { why: 'no-person' as const });
		const number = whole(form, 'number', 1, MOST_TEAMS);
		const seed = whole(form, 'seed', 0, 2 ** 32 - 1);
		if (number === undefined || seed === undefined) return fail(400, { why: 'no-number' as const });
		const count = form.get('by') === 'size' ? teamsFor(people, number) : number;
		await draw(state.id, by, Math.min(count, MOST_TEAMS), seed);
		return { ok: true as const };
	},
	announce: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const division = line(await event.request.formData(), 'division');
		return answer(await announceTeams(state.id, by, division));
	},
	move: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		return answer(await movePerson(state.id, by, line(form, 'person'), line(form, 'team')));
	},
	pin: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const pinned = form.get('pinned') === 'yes';
		return answer(await setPinned(state.id, by, line(form, 'person'), pinned));
	},
	team: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const [name, side] = [line(form, 'name', 40), line(form, 'side')];
		if (!name) return fail(400, { why: 'no-name' as const });
		const change = {
			name,
			place: line(form, 'place', 80),
			side: state.scenario.sides.includes(side) ? side : null
		};
		return answer(await setTeam(state.id, by, line(form, 'team'), change));
	},
	part: async (event) => {
		const { state, facilitator } = await ownWorkshop(event);
		const form = await event.request.formData();
		const [person, part] = [line(form, 'person'), line(form, 'part')];
		const holds = form.get('holds') === 'yes';
		return answer(await setPart(state.id, { facilitator }, person, part, holds));
	}
};

/** A whole number of a form, or undefined where it is none or out of bounds. */
function whole(form: FormData, name: string, least: number, most: number): number | undefined {
	const number = Number(form.get(name));
	return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}
