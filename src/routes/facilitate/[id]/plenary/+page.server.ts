import { compare } from '$lib/plenary/compare';
import { namesOf } from '$lib/report/names';
import { needsOf } from '$lib/report/plenary-results';
import { ownWorkshop } from '$lib/server/owner';
import { comparedTeams } from '$lib/server/results';
import { m } from '$lib/paraglide/messages';
import { delegationViews } from '$lib/view/common';
import type { WorkshopState } from '$lib/workshop/state';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const delegations = delegationViews(state);
	const names = namesOf(state);
	const needs = compare(
		needsOf(state),
		await comparedTeams(state),
		delegations.map(({ name }) => name)
	);
	const teams = teamNames(state);
	return {
		version: state.version,
		now: Date.now(),
		delegations,
		needs: needs.map(({ tools, silent, ...need }) => ({
			...need,
			silent: silent.map((team) => teams.get(team) ?? ''),
			title: names.item(need.need),
			tools: tools.map(({ tool, by }) => ({
				tool,
				name: names.tool(tool),
				teams: new Set(by.map(({ team }) => team)).size,
				by: by.map(({ country, team, ...choice }) => ({
					...choice,
					key: `${team}/${country}`,
					team: teams.get(team) ?? '',
					place: country === '-' ? '' : names.country(country)
				}))
			}))
		}))
	};
};

/** By id; a team of an earlier draw says so where a newer one has its name. */
function teamNames({ earlier, division }: WorkshopState): Map<string, string> {
	const newest = (division?.teams ?? []).map(({ id, name }) => [id, name] as const);
	const before = earlier
		.flatMap(({ teams }) => teams)
		.map(({ id, name }) => [id, m.plenary_earlier_draw({ name })] as const);
	return new Map([...before, ...newest]);
}
