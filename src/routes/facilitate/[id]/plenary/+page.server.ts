import { compare } from '$lib/plenary/compare';
import { namesOf } from '$lib/report/names';
import { needsOf } from '$lib/report/plenary-results';
import { difference } from '$lib/plenary/verdict';
import { openDebrief } from '$lib/server/debrief';
import { ownWorkshop } from '$lib/server/owner';
import { comparedTeams } from '$lib/server/results';
import { m } from '$lib/paraglide/messages';
import { delegationViews } from '$lib/view/common';
import { openExperts, openings } from '$lib/view/expert';
import type { WorkshopState } from '$lib/workshop/state';
import { answer, line } from '../answer';
import type { Actions, PageServerLoad } from './$types';

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
	const experts = openExperts(state, `/facilitate/${state.id}/files/`);
	return {
		version: state.version,
		now: Date.now(),
		delegations,
		openings: openings(state),
		needs: needs.map(({ tools, silent, ...need }) => ({
			...need,
			silent: silent.map((team) => teams.get(team) ?? ''),
			title: names.item(need.need),
			expert: experts.get(need.need) ?? null,
			words: experts.has(need.need) ? wordsOn(state, need.need, teams) : [],
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

export const actions: Actions = {
	debrief: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const exercise = line(await event.request.formData(), 'exercise');
		return answer(await openDebrief(state, by, exercise));
	}
};

/** What each team that worked a need says of it, with the names of tools; null: nothing yet. */
function wordsOn(state: WorkshopState, need: string, teams: ReadonlyMap<string, string>) {
	const { tool } = namesOf(state);
	const { id } =
		state.scenario.exercises.find(({ items }) => items.some((item) => item.id === need)) ?? {};
	return state.sheets
		.filter(({ exercise }) => exercise === id)
		.map(({ id: sheet, team }) => {
			const said = state.verdicts.find((one) => one.sheet === sheet && one.need === need);
			const { added, dropped } = difference(said?.before ?? [], said?.after ?? []);
			return {
				sheet,
				team: teams.get(team) ?? '',
				said: said
					? {
							is: said.is,
							reason: said.reason,
							added: added.map(tool),
							dropped: dropped.map(tool)
						}
					: null
			};
		})
		.sort((one, other) => (one.team < other.team ? -1 : 1));
}

/** By id; a team of an earlier draw says so where a newer one has its name. */
function teamNames({ earlier, division }: WorkshopState): Map<string, string> {
	const newest = (division?.teams ?? []).map(({ id, name }) => [id, name] as const);
	const before = earlier
		.flatMap(({ teams }) => teams)
		.map(({ id, name }) => [id, m.plenary_earlier_draw({ name })] as const);
	return new Map([...before, ...newest]);
}
