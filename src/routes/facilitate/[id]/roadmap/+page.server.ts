import { fail } from '@sveltejs/kit';
import { itemsOf, adoptedLines } from '$lib/plenary/ballot';
import { datesOf, gapsOf } from '$lib/plenary/roadmap';
import { namesOf } from '$lib/report/names';
import { ballotResult, itemResults } from '$lib/report/outcome-results';
import { moveLine, outcomeOf, writeLine } from '$lib/server/outcome';
import { ownWorkshop } from '$lib/server/owner';
import { plenaryOf } from '$lib/server/plenary';
import { show } from '$lib/server/workshops';
import { HORIZONS } from '$lib/sheet/layout';
import { answer, line } from '../answer';
import { isField, valueOf } from './fields';
import { VIEWS } from './shown';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	const plenary = await plenaryOf(state);
	const outcome = outcomeOf(state.id);
	const items = new Map(itemsOf(plenary).map((item) => [item.id, item]));
	const fared = itemResults(state, plenary, outcome);
	const put = new Map(outcome.ballot?.items.map(({ item, text }) => [item, text]));
	const names = namesOf(state);
	const divisions = [...state.earlier, ...(state.division ? [state.division] : [])];
	const teams = new Map(divisions.flatMap((one) => one.teams).map(({ id, name }) => [id, name]));
	const asks = event.url.searchParams;
	return {
		version: state.version,
		now: Date.now(),
		view: VIEWS.find((one) => one === asks.get('view')) ?? VIEWS[0],
		only: {
			country: asks.get('country') ?? '',
			owner: asks.get('owner') ?? '',
			status: asks.get('status') ?? ''
		},
		sort: asks.get('sort') ?? '',
		from: state.to,
		horizons: HORIZONS.map((horizon) => ({ horizon, ...datesOf(horizon, state.to) })),
		countries: state.scenario.countries.map(({ code, name }) => ({ code, name })),
		needs: state.scenario.exercises
			.flatMap((exercise) => exercise.items)
			.map(({ id }) => ({ id, title: names.item(id) })),
		lines: adoptedLines(outcome, [...items.values()]).map((one) => {
			const item = items.get(one.item);
			return {
				...one,
				gaps: gapsOf(one),
				/** What was voted on. */
				original: put.get(one.item) ?? item?.text ?? '',
				sources: (item?.sources ?? []).map(({ team, text, owner, horizon }) => ({
					team: teams.get(team) ?? '',
					text,
					owner,
					horizon
				})),
				votes: fared(one.item).votes
			};
		}),
		vote: outcome.ballot?.closedAt == null ? null : ballotResult(state, plenary, outcome.ballot),
		screens: state.screens.length,
		shown: state.projector === 'roadmap'
	};
};

export const actions: Actions = {
	write: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const field = line(form, 'field');
		if (!isField(field)) return fail(400, { why: 'no-text' as const });
		const countries = state.scenario.countries.map(({ code }) => code);
		const [set, was] = [valueOf(field, form, 'value'), valueOf(field, form, 'was')];
		if (set === undefined || was === undefined) return fail(400, { why: 'no-text' as const });
		if (field === 'countries' && [set].flat().some((one) => !countries.includes(String(one))))
			return fail(400, { why: 'no-text' as const });
		return answer(
			await writeLine(state.id, by, line(form, 'line'), { [field]: set }, { [field]: was })
		);
	},
	move: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const shown = form.getAll('shown').map(String);
		const before = line(form, 'before') || null;
		return answer(await moveLine(state.id, by, line(form, 'line'), before, shown));
	},
	show: async (event) => {
		const { state, by } = await ownWorkshop(event);
		return answer(await show(state.id, by, { projector: 'roadmap' }));
	}
};
