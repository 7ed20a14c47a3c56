import { error, json } from '@sveltejs/kit';
import { readCode } from '$lib/protocol/code';
import { readableAsOf } from '$lib/server/as-of';
import { sheetHistory } from '$lib/server/history';
import { personHere } from '$lib/server/people';
import { restoreSheet, type RestoreRefusal } from '$lib/server/restore';
import { stateOf } from '$lib/server/workshops';
import { teamSheets, type TeamHistory } from '$lib/view/team-sheets';
import { ownSheet } from '$lib/workshop/stage';
import type { Sheet, WorkshopState } from '$lib/workshop/state';
import type { RequestEvent, RequestHandler } from './$types';

/** The minutes of one of the team's sheets; with `?seq=` what it said after that row of its log. */
export const GET: RequestHandler = async (event) => {
	const { state, sheet } = await here(event);
	const seq = event.url.searchParams.get('seq');
	const found =
		seq === null
			? await teamHistory(state, sheet)
			: await readableAsOf(state, sheet.id, Number(seq));
	return json(found, { headers: { 'cache-control': 'no-store' } });
};

/** Puts the team's sheet back to what it was after a row of its log. */
export const POST: RequestHandler = async (event) => {
	const { sheet, person } = await here(event);
	const seq = Number((await event.request.formData()).get('seq'));
	const refused = (why: RestoreRefusal) => json({ why }, { status: 409 });
	if (sheet.closedAt !== null) return refused('closed');
	const outcome = await restoreSheet(sheet.id, seq, `person:${person}`);
	return outcome.ok ? new Response(null, { status: 204 }) : refused(outcome.why);
};

async function teamHistory(state: WorkshopState, { id, team }: Sheet): Promise<TeamHistory> {
	return { ...(await sheetHistory(id)), sheets: teamSheets(state, team) };
}

/** Who asks, for a sheet of their own team. @throws 404 for everybody and everything else */
async function here({ params, cookies }: RequestEvent) {
	const code = readCode(params.code);
	const found = code ? await personHere(cookies, code) : undefined;
	const state = found && (await stateOf(found.workshop));
	const sheet = state && ownSheet(state, found.person, params.sheet);
	if (!sheet) error(404);
	return { state, sheet, person: found.person };
}
