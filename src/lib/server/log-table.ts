import { lineOf, logCsv, type LogLine } from '../report/log-csv';
import { namesOf } from '../report/names';
import { Stretches } from '../sheet/stretches';
import type { WorkshopState } from '../workshop/state';
import { authorsOf, facilitatorNames } from './db/authors';
import { checkChain, eventRows, type ChainReport } from './db/check-chain';
import { written } from './history';
import { votesOfLog } from './log-votes';
import { openSheet } from './sheet-memory';

/**
 * A workshop's whole log as a table that can be read: whether its chains are unbroken, then who
 * wrote and did what when.
 */
export async function logTable(state: WorkshopState): Promise<string> {
	const lines: LogLine[] = [];
	const teams = [state.division, ...state.earlier].flatMap((division) => division?.teams ?? []);
	const names = new Map(teams.map(({ id, name }) => [id, name]));
	for (const { id, team, exercise } of state.sheets)
		for (const line of await wordsOf(state, id))
			lines.push({ ...line, team: names.get(team) ?? '', exercise });
	lines.push(...steps(state));
	lines.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
	return logCsv([...chainLines(state, await checkChain(state.id), names), ...lines]);
}

async function wordsOf(state: WorkshopState, id: string) {
	const sheet = await openSheet(id);
	if (!sheet) return [];
	const authors = authorsOf(id);
	const stretches = new Stretches();
	for await (const row of written(id, authors)) stretches.add(row);
	return stretches
		.all()
		.map((one) => lineOf(one, authors.names.get(one.by) ?? '', sheet.layout, namesOf(state)));
}

function steps(state: WorkshopState): LogLine[] {
	const people = new Map(state.people.map(({ id, name }) => [`person:${id}`, name]));
	const leaders = facilitatorNames();
	const events = eventRows(state.id);
	const casts = events.filter(({ what }) => what === 'vote-cast');
	const votes = votesOfLog(
		state,
		casts.map(({ data }) => data)
	);
	const voteOf = new Map(casts.map(({ version }, at) => [version, votes[at]]));
	return events.map(({ at, by, what, data, version }) => ({
		time: new Date(at).toISOString(),
		kind: 'step',
		what,
		rows: String(version),
		...(voteOf.get(version) ?? {
			person: people.get(by) ?? leaders.get(by) ?? by,
			added: data === '{}' ? '' : withoutVoters(data)
		})
	}));
}

/** Which voter somebody was is not for the log: their votes stand in it under other names. */
function withoutVoters(json: string): string {
	if (!/"(?:voters|moved)":/.test(json)) return json;
	const { voters: _voters, moved: _moved, ...data } = JSON.parse(json) as Record<string, unknown>;
	return JSON.stringify(data);
}

function chainLines(
	state: WorkshopState,
	{ rows, events, breaks, seal }: ChainReport,
	teams: Map<string, string>
): LogLine[] {
	const time = new Date().toISOString();
	const broken = breaks.map((one): LogLine => {
		const sheet = state.sheets.find(({ id }) => id === one.sheet);
		const place = { team: teams.get(sheet?.team ?? '') ?? '', exercise: sheet?.exercise ?? '' };
		const at = one.sheet === null ? one.version : one.seq;
		return { time, kind: 'chain', ...place, what: 'broken', rows: String(at) };
	});
	const whole: LogLine = { time, kind: 'chain', what: 'unbroken' };
	const sum = { added: seal, rows: String(rows + events) };
	return broken.length > 0 ? broken : [{ ...whole, ...sum }];
}
