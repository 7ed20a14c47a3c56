import { setImmediate } from 'node:timers/promises';
import { byCodeUnit } from '../people/plain';
import type { Division, WorkshopState } from '../workshop/state';
import { openWorkshops } from './db/activity';
import { leadRows } from './db/co-facilitators';
import { debriefRows, verdictRows } from './db/debrief';
import { peopleRows, readRows } from './db/people';
import { doorRows } from './db/requests';
import { releaseRows } from './db/screens';
import { sheetList } from './db/sheets';
import { divisionRows } from './db/divisions';
import { ballotRow } from './db/voting-rows';
import { turnRows } from './db/turns';
import { versionOf } from './db/version';
import { workshopByCode, workshopRows } from './db/workshops';
import { editionOf } from './scenarios';

/** A cache and no truth: the version in the database decides whether it holds. */
const cache = new Map<string, WorkshopState>();

/** Everything about a workshop as of now; undefined where there is none. */
export async function stateOf(id: string): Promise<WorkshopState | undefined> {
	const cached = stateNow(id);
	if (cached) return cached;
	const state = await load(id);
	if (state) cache.set(id, state);
	return state;
}

/** The same, if it is in memory: without a wait. */
export function stateNow(id: string): WorkshopState | undefined {
	const cached = cache.get(id);
	return cached?.version === versionOf(id) ? cached : undefined;
}

/** Like {@link stateOf}, by the code that is given out. */
export async function stateByCode(code: string): Promise<WorkshopState | undefined> {
	const id = await workshopByCode(code);
	return id === undefined ? undefined : stateOf(id);
}

/** Reads the workshops that people may join before everybody comes back at once and asks for them. */
export async function readAhead(): Promise<void> {
	for (const { id } of openWorkshops()) {
		await stateOf(id);
		await setImmediate();
	}
}

async function load(id: string): Promise<WorkshopState | undefined> {
	const rows = await workshopRows(id);
	if (!rows) return undefined;
	const { row, delegations, stages, screens } = rows;
	const { scenario, tools } = await editionOf(row.edition);
	const [people, divisions] = [await peopleRows(id), await divisionRows(id)];
	const [newest, ...earlier] = divisions.map(asDivision);
	const leads = leadRows(id);
	return {
		id,
		code: row.code,
		owner: row.owner,
		leads,
		controls: leads.find((one) => one.id === row.controls)?.id ?? row.owner,
		title: row.title,
		place: row.place,
		wifi: row.wifi,
		from: row.fromDate,
		to: row.toDate,
		status: row.status,
		namesListed: row.namesListed,
		version: row.version,
		projector: row.projector,
		projectorProgress: row.projectorProgress,
		edition: row.edition,
		scenario,
		tools,
		delegations: delegations
			.map(({ id: which, name, kind }) => ({ id: which, name, kind }))
			.sort((a, b) => byCodeUnit(b.kind, a.kind) || byCodeUnit(a.name, b.name)),
		people: people.map(({ person, from, joinedAt, devices }) => ({
			id: person.id,
			name: person.name,
			delegation: from,
			from: person.delegation,
			role: person.role,
			institution: person.institution,
			gender: person.gender,
			languages: person.languages,
			standing: person.standing,
			joined: joinedAt !== null,
			joinedAt,
			devices
		})),
		stages: stages.map(({ workshop: _workshop, position: _position, ...stage }) => stage),
		openStage: row.stage,
		missed: rows.missed,
		division: newest ?? null,
		earlier: earlier.filter((one) => one.announced),
		releases: await releaseRows(id),
		done: divisions.flatMap((division) => division.done),
		read: await readRows(people.map(({ person }) => person.id)),
		sheets: await sheetList(id),
		turns: await turnRows(id),
		debriefs: await debriefRows(id),
		verdicts: await verdictRows(id),
		screens,
		ballot: ballotRow(id),
		door: { openUntil: row.doorsOpenUntil, ...(await doorRows(id)) }
	};
}

function asDivision(rows: Awaited<ReturnType<typeof divisionRows>>[number]): Division {
	return {
		id: rows.row.id,
		seed: rows.row.seed,
		announced: rows.row.announcedAt !== null,
		teams: rows.teams.map(({ id, name, place, side }) => ({
			id,
			name,
			place,
			side,
			members: rows.members
				.filter((member) => member.team === id)
				.map(({ person, pinned }) => ({
					person,
					pinned,
					parts: rows.parts
						.filter((part) => part.team === id && part.person === person)
						.map(({ part }) => part)
				}))
		}))
	};
}
