import { HORIZONS } from '../../src/lib/sheet/layout';
import type { ServerChild } from '../faults/child';
import type { Visitor } from '../faults/visitor';
import { begin, enter, prepare, room, type Prepared } from './production';
import { keepAll, openSecond, recommend } from './recommend';
import { Writer } from './writer';

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
	await openSecond(here);
	const writers: Writer[] = [];
	for (const [at, { members }] of teams.entries()) {
		const visitor = await enter(server, here.code, members[0]?.name ?? '');
		const { exercise } = await room(visitor, here.code);
		const writer = new Writer(server.origin, visitor.cookie, here.code, exercise?.sheet ?? '');
		await writer.join();
		for (const [n, text] of wish.texts(at).entries()) {
			const horizon = HORIZONS[n % HORIZONS.length] ?? 'short';
			recommend(writer, text, { horizon, owner: 'Central authorities' });
		}
		await keepAll(writer);
		writers.push(writer);
	}
	return { here, writers };
}
