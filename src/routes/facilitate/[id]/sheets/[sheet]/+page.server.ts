import { error, fail } from '@sveltejs/kit';
import { readableAsOf } from '$lib/server/as-of';
import { sheetHistory } from '$lib/server/history';
import { ownWorkshop } from '$lib/server/owner';
import { restoreSheet } from '$lib/server/restore';
import { teamSheets } from '$lib/view/team-sheets';
import { exerciseOf } from '$lib/workshop/stage';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { state, sheet } = await here(event);
	const history = await sheetHistory(sheet.id);
	const asked = Number(event.url.searchParams.get('seq')) || undefined;
	const chosen = history.minutes.find(({ seq }) => seq === asked) ?? history.minutes[0];
	const stage = state.stages.find((one) => one.exercise === sheet.exercise);
	const divisions = [...(state.division ? [state.division] : []), ...state.earlier];
	return {
		history,
		chosen: chosen?.seq,
		sheet: chosen && (await readableAsOf(state, sheet.id, chosen.seq)),
		exercise: exerciseOf(state, stage)?.title ?? sheet.exercise,
		team: divisions.flatMap(({ teams }) => teams).find(({ id }) => id === sheet.team)?.name ?? '',
		sheets: teamSheets(state, sheet.team),
		zone: -new Date().getTimezoneOffset()
	};
};

export const actions: Actions = {
	restore: async (event) => {
		const { sheet, by } = await here(event);
		const seq = Number((await event.request.formData()).get('seq'));
		const outcome = await restoreSheet(sheet.id, seq, by);
		return outcome.ok ? { ok: true as const } : fail(409, { why: outcome.why });
	}
};

/** @throws 404 for a sheet of another workshop */
async function here(event: RequestEvent) {
	const { state, by } = await ownWorkshop(event);
	const sheet = state.sheets.find(({ id }) => id === event.params.sheet);
	if (!sheet) error(404);
	return { state, sheet, by };
}
