import { error } from '@sveltejs/kit';
import { namesOf } from '$lib/report/names';
import { readable } from '$lib/report/readable';
import { mergedOf } from '$lib/report/plenary-results';
import { checkChain } from '$lib/server/db/check-chain';
import { ownWorkshop } from '$lib/server/owner';
import { results } from '$lib/server/results';
import { delegationViews } from '$lib/view/common';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const at = Date.parse(event.url.searchParams.get('at') ?? '');
	const found = await results(state.id, Number.isNaN(at) ? undefined : at);
	if (!found) error(404);
	const order = state.scenario.exercises.flatMap(({ items }) => items.map(({ id }) => id));
	return {
		about: found.workshop,
		scenario: found.scenario,
		taken: Date.parse(found.workshop.takenAt),
		/** The page shows what was written by an earlier time. */
		earlier: !Number.isNaN(at),
		/** It takes a while after a long day: the page does not wait for it. */
		chain: checkChain(state.id),
		zone: -new Date().getTimezoneOffset(),
		delegations: delegationViews(state).map((one) => ({
			...one,
			people: state.people.filter((person) => person.from === one.id).length
		})),
		joint: mergedOf(found),
		teams: readable(found, namesOf(state), order)
	};
};
