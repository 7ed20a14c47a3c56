import { error } from '@sveltejs/kit';
import { compare } from '$lib/plenary/compare';
import { namesOf } from '$lib/report/markdown';
import { compared, needsOf } from '$lib/report/results';
import { ownWorkshop } from '$lib/server/owner';
import { results } from '$lib/server/results';
import { delegationViews } from '$lib/view/common';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const found = await results(state.id);
	if (!found) error(404);
	const delegations = delegationViews(state);
	const names = namesOf(state);
	const needs = compare(
		needsOf(state),
		found.teams.map(compared),
		delegations.map(({ name }) => name)
	);
	return {
		version: state.version,
		now: Date.now(),
		delegations,
		teams: found.teams.length,
		needs: needs.map(({ tools, ...need }) => ({
			...need,
			title: names.item(need.need),
			tools: tools.map(({ tool, by }) => ({
				tool,
				name: names.tool(tool),
				teams: new Set(by.map(({ team }) => team)).size,
				by: by.map(({ country, ...choice }) => ({
					...choice,
					place: country === '-' ? '' : names.country(country)
				}))
			}))
		}))
	};
};
