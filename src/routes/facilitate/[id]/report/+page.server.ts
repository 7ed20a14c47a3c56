import { error } from '@sveltejs/kit';
import { agreementBars } from '$lib/report/charts/agreement';
import { ownedRows } from '$lib/report/charts/owners';
import { presence } from '$lib/report/charts/participation';
import { reportItems, reportLines } from '$lib/report/lines';
import { namesOf } from '$lib/report/names';
import type { VotesResult } from '$lib/report/outcome-results';
import { readable } from '$lib/report/readable';
import { checkChain } from '$lib/server/db/check-chain';
import { ownWorkshop } from '$lib/server/owner';
import { results } from '$lib/server/results';
import { delegationViews } from '$lib/view/common';
import { leftOut } from './left-out';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const at = Date.parse(event.url.searchParams.get('at') ?? '');
	const found = await results(state.id, Number.isNaN(at) ? undefined : at);
	if (!found) error(404);
	const order = state.scenario.exercises.flatMap(({ items }) => items.map(({ id }) => id));
	const names = namesOf(state);
	const left = leftOut(event.url);
	const nameless = left.has('names') || left.has('people');
	const votes = <T extends { votes: VotesResult }>(one: T): T =>
		nameless ? { ...one, votes: { ...one.votes, byName: [] } } : one;
	return {
		about: found.workshop,
		scenario: found.scenario,
		taken: Date.parse(found.workshop.takenAt),
		loaded: Date.now(),
		/** The page shows what was written by an earlier time. */
		earlier: !Number.isNaN(at),
		/** It takes a while after a long day: the page does not wait for it. */
		chain: checkChain(state.id),
		zone: -new Date().getTimezoneOffset(),
		delegations: delegationViews(state).map((one) => ({
			...one,
			people: state.people.filter((person) => person.from === one.id).length
		})),
		/** What is empty because it was left out is not said to be empty. */
		shows: { roadmap: !left.has('roadmap'), teams: !left.has('teams') },
		vote: found.vote,
		lines: left.has('roadmap') ? [] : reportLines(found, names).map(votes),
		items: left.has('joint') ? [] : reportItems(found).map(votes),
		owned: left.has('joint') ? [] : ownedRows(found),
		agreement: left.has('agreement') ? [] : agreementBars(found.agreement, names.item),
		presence: left.has('participation') ? null : presence(found.participation),
		teams: left.has('teams')
			? []
			: readable(found, names, order).map((team) => ({
					...team,
					members: left.has('people')
						? []
						: team.members.map((one) => ({ ...one, name: left.has('names') ? '' : one.name }))
				}))
	};
};
