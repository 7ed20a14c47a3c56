import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Results } from '../../src/lib/report/results';
import { addRecommendation } from '../../src/lib/sheet/edit';
import { newId } from '../../src/lib/sheet/entries';
import { HORIZONS } from '../../src/lib/sheet/layout';
import { textOf } from '../../src/lib/sheet/read';
import type { ServerChild } from '../faults/child';
import type { Visitor } from '../faults/visitor';
import { begin, cockpit, enter, prepare, room, type Prepared } from './production';
import { Writer } from './writer';

const LAYOUT = { needs: [], questions: [], tools: [], recommendations: true };

/** A workshop whose teams have recommended something, and a member of each who writes on. */
export interface Recommending {
	here: Prepared;
	writers: Writer[];
}

/**
 * Holds a workshop of the case Two Shores on a running server until its teams have recommended.
 * @param texts of each team
 */
export async function recommending(
	server: ServerChild,
	leads: Visitor,
	wish: { title: string; people: number; teams: number; texts: (team: number) => string[] }
): Promise<Recommending> {
	const letter = (at: number) => String.fromCharCode(97 + at);
	const list = Array.from({ length: wish.people }, (_, at) => {
		const name = `Person${letter(Math.floor(at / 26))}${letter(at % 26)} Xirsan`;
		return `${name},${at % 2 ? 'Somalia' : 'Kenya'},prosecutor,member`;
	});
	const here = await prepare(leads, list, { slug: 'two-shores', title: wish.title });
	const { teams } = await begin(here, wish.teams);
	const { agenda, stage } = await cockpit(here);
	const next = agenda.filter(({ kind }) => kind === 'exercise')[1];
	await leads.act(`/facilitate/${here.id}/run?/open`, [
		['stage', next?.id ?? ''],
		['expected', stage?.id ?? '']
	]);
	const writers: Writer[] = [];
	for (const [at, { members }] of teams.entries()) {
		const visitor = await enter(server, here.code, members[0]?.name ?? '');
		const { exercise } = await room(visitor, here.code);
		const writer = new Writer(server.origin, visitor.cookie, here.code, exercise?.sheet ?? '');
		await writer.join();
		for (const [n, text] of wish.texts(at).entries()) recommend(writer, text, n);
		const sent = await writer.send(writer.taken());
		if (sent.what !== 'kept') throw new Error(`not kept: ${JSON.stringify(sent)}`);
		writers.push(writer);
	}
	return { here, writers };
}

function recommend({ doc }: Writer, text: string, at: number): void {
	const horizon = HORIZONS[at % HORIZONS.length] ?? 'short';
	const entry = addRecommendation(doc, LAYOUT, { id: newId(randomBytes), horizon });
	textOf(doc, entry, 'text').insert(0, text);
	textOf(doc, entry, 'owner').insert(0, 'Central authorities');
}

/** Puts recommendations on the roadmap, as they are after they were adopted. */
export function adopt(
	{ data }: ServerChild,
	{ id }: Prepared,
	joint: readonly Results['joint'][number][]
): void {
	const file = new Database(join(data, 'baraza.sqlite'));
	const decide = file.prepare(
		`insert into decision (workshop, item, "is", at) values (?, ?, 'adopt', 1)`
	);
	const write = file.prepare(
		`insert into roadmap_line (id, workshop, item, position, text, horizon, owner, owners, countries,
			deadline, indicator, resources, status, notes, answers, at)
			values (?, ?, ?, ?, ?, ?, ?, '[]', '["KE"]', '2027-06-30', ?, '', 'agreed', '', '', 1)`
	);
	for (const [at, { id: item, text, horizon, owner }] of joint.entries()) {
		decide.run(id, item);
		write.run(`line-${id}-${at}`, id, item, at + 1, text, horizon, owner, `Sign ${at + 1} is seen`);
	}
	file.close();
}
