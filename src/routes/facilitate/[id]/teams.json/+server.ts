import { ownWorkshop } from '$lib/server/owner';
import { attendees } from '$lib/server/teams';
import { seated } from '$lib/teams/division';
import { teamsFile } from '$lib/teams/teams-file';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The teams as a file: the same people, number and seed give the same bytes. */
export const GET: RequestHandler = async (event) => {
	const { state } = await ownWorkshop(event);
	const { division } = state;
	if (!division) error(404);
	const ids = division.teams.map((team) => team.members.map(({ person }) => person));
	const people = attendees(state);
	const known = new Set(people.map(({ id }) => id));
	const teams = seated({ teams: ids.map((team) => team.filter((id) => known.has(id))) }, people);
	const names = division.teams.map(({ name }) => name);
	return new Response(`${JSON.stringify(teamsFile(teams, names), null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="teams.json"'
		}
	});
};
