import { error } from '@sveltejs/kit';
import { agreementBars } from '$lib/report/charts/agreement';
import { ownedRows } from '$lib/report/charts/owners';
import { presence } from '$lib/report/charts/participation';
import { reportItems, reportLines } from '$lib/report/lines';
import { namesOf } from '$lib/report/names';
import { only } from '$lib/report/options';
import { readable } from '$lib/report/readable';
import { checkChain } from '$lib/server/db/check-chain';
import { ownWorkshop } from '$lib/server/owner';
import { results } from '$lib/server/results';
import { delegationViews } from '$lib/view/common';
import { optionsOf, timeOf } from './asked';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const { searchParams } = event.url;
	const options = optionsOf(searchParams, state);
	const at = timeOf(searchParams);
	const found = await results(state.id, at);
	if (!found) error(404);
	const order = state.scenario.exercises.flatMap(({ items }) => items.map(({ id }) => id));
	const names = namesOf(state);
	const { without } = options;
	const shown = only(found, options);
	/** A line has its votes and sources also where the list of what was voted on is left out. */
	const { joint } = only(found, { ...options, without: without.difference(new Set(['joint'])) });
	return {
		about: found.workshop,
		scenario: found.scenario,
		taken: Date.parse(found.workshop.takenAt),
		loaded: Date.now(),
		/** The page shows what was written by an earlier time. */
		earlier: at !== undefined,
		/** It takes a while after a long day: the page does not wait for it. */
		chain: checkChain(state.id),
		zone: -new Date().getTimezoneOffset(),
		delegations: delegationViews(state).map((one) => ({
			...one,
			people: state.people.filter((person) => person.from === one.id).length
		})),
		/** What is empty because it was left out is not said to be empty. */
		shows: { roadmap: !without.has('roadmap'), teams: !without.has('teams') },
		vote: found.vote,
		lines: reportLines({ ...shown, joint }, names),
		items: reportItems(shown),
		owned: ownedRows(shown),
		agreement: agreementBars(shown.agreement, names.item),
		presence: without.has('participation') ? null : presence(shown.participation),
		teams: without.has('teams') ? [] : readable(shown, names, order)
	};
};
