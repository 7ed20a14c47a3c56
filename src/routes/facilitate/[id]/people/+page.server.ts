import { fail } from '@sveltejs/kit';
import { ownWorkshop } from '$lib/server/owner';
import { freeName, insertPeople, removePerson, updatePerson } from '$lib/server/people';
import { delegationViews } from '$lib/view/common';
import { doorView } from '$lib/view/door';
import { answer, line } from '../answer';
import type { Actions, PageServerLoad } from './$types';
import { readList, textOf, toAdd } from './read-list';
import { typedPerson } from './typed-person';

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const seats = (state.division?.teams ?? []).flatMap((team) =>
		team.members.map(({ person }) => [person, team.name] as const)
	);
	const teams = new Map(seats);
	return {
		/** Names that came to another device, newest first. */
		over: doorView(state).taken,
		/** Minutes the room's clock is ahead of UTC. */
		zone: -new Date().getTimezoneOffset(),
		delegations: delegationViews(state),
		people: state.people.map(
			({ delegation, joinedAt: _joinedAt, devices: _devices, ...person }) => ({
				...person,
				delegation,
				team: teams.get(person.id) ?? ''
			})
		)
	};
};

export const actions: Actions = {
	read: async (event) => {
		const { state } = await ownWorkshop(event);
		return { read: readList(await textOf(await event.request.formData()), state) };
	},
	bring: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const read = readList(String(form.get('list') ?? ''), state);
		const people = toAdd(read, form.getAll('guest').map(String));
		if (!people.length) return { read };
		const added = people.map(({ line: _line, ...person }) => person);
		const outcome = await insertPeople(state.id, by, added);
		if (!outcome.ok) return fail(409, { read });
		const left = read.people.filter((person) => !people.includes(person));
		const guests = read.guests.filter((name) => left.some((one) => one.delegation === name));
		return { read: { ...read, people: left, guests }, added: added.length };
	},
	add: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const { typed, read } = typedPerson(await event.request.formData(), state);
		if (!read.ok) return fail(400, { why: read.why, typed });
		await insertPeople(state.id, by, [{ ...read.entry, extra: [] }]);
		return { added: 1 };
	},
	change: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const which = line(form, 'person');
		const { typed, read } = typedPerson(form, state, which);
		if (!read.ok) return fail(400, { why: read.why, typed });
		const outcome = await updatePerson(state.id, by, which, read.entry);
		return outcome.ok ? { changed: read.entry.name } : fail(409, { why: outcome.why });
	},
	remove: async (event) => {
		const { state, by } = await ownWorkshop(event);
		return answer(await removePerson(state.id, by, line(await event.request.formData(), 'person')));
	},
	free: async (event) => {
		const { state, by } = await ownWorkshop(event);
		return answer(await freeName(state.id, by, line(await event.request.formData(), 'person')));
	}
};
