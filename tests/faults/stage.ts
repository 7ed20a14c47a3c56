import type { Entry } from '../../src/lib/people/person';
import { readRoster } from '../../src/lib/people/roster';
import { ServerChild } from './child';
import { Crew } from './crew';
import { deskOf } from './desk';
import { Facilitator } from './facilitator';
import { inventPeople } from './invented';
import { pause } from './patience';
import type { Person } from './person';
import { Proxy, type Toxics } from './proxy';
import { writeSomething } from './writing';

/** The countries of two-shores. */
const HOSTS = ['Kenya', 'Somalia'];

/** A workshop on a server of its own that people may join, its teams announced. */
export interface Doors extends AsyncDisposable {
	server: ServerChild;
	lead: Facilitator;
	code: string;
	people: Entry[];
	/** The people as CSV. */
	list: string;
}

/** The same with everybody at their desks, the first exercise open. */
export interface Stage extends AsyncDisposable {
	server: ServerChild;
	lead: Facilitator;
	code: string;
	crew: Crew;
	/** The way of each person, by their number minus one. */
	ways: Proxy[];
}

/** How many people in how many teams. */
interface Wish {
	people: number;
	teams: number;
	/** What is peculiar about the server. */
	child?: ServerChild;
	/** Everybody's pages and connections come by a way of this kind. */
	way?: Toxics;
}

/** Prepares a workshop with invented people. */
export async function openDoors(wish: Wish): Promise<Doors> {
	await using kept = new AsyncDisposableStack();
	const server = kept.use(wish.child ?? new ServerChild());
	await server.start();
	const list = inventPeople(wish.people, HOSTS, 1);
	const delegations = HOSTS.map((name) => ({ id: name, name, kind: 'host' as const }));
	const { entries, guests } = readRoster(list, { delegations, present: [] });
	const people = entries.map(({ entry }) => entry);
	const lead = new Facilitator(server.origin);
	await lead.begin(server.firstLink ?? '');
	await lead.prepare('two-shores');
	await lead.bring({ list, people, guests, rows: [] });
	await lead.draw(wish.teams, 1);
	const code = await lead.open();
	await lead.announce();
	const all = kept.move();
	return { server, lead, code, people, list, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Opens the first exercise. */
export async function openExercise(lead: Facilitator): Promise<void> {
	const { agenda } = await lead.cockpit();
	const exercise = agenda.find(({ kind }) => kind === 'exercise');
	await lead.openStage(exercise?.id ?? '', null);
}

/** Prepares a workshop, lets everybody in and opens the first exercise. */
export async function setTheStage(wish: Wish): Promise<Stage> {
	await using kept = new AsyncDisposableStack();
	const { server, lead, code, people } = kept.use(await openDoors(wish));
	const { origin } = server;
	const ways = wish.way ? await Proxy.each(origin, people.length, wish.way) : [];
	ways.forEach((way) => kept.use(way));
	const wayOf = (number: number) => ways[number - 1]?.origin ?? origin;
	const crew = await Crew.gather(ways[0]?.origin ?? origin, code, people, wayOf);
	kept.defer(() => crew.leave());
	await openExercise(lead);
	await crew.atDesks();
	const all = kept.move();
	return { server, lead, code, crew, ways, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/**
 * Lets everybody write on and on, whether connected or not, as people do.
 * @param every ms between two edits of one person, on average
 * @returns ends it, once everybody has finished what they were doing
 */
export function keepWriting(
	crew: Pick<Crew, 'people' | 'chances'>,
	every: number,
	seed: number
): () => Promise<void> {
	const chances = crew.chances(seed);
	let over = false;
	const write = async (person: Person) => {
		const random = chances.get(person) ?? Math.random;
		while (!over) {
			await pause(every * (0.5 + random()));
			const desk = over ? undefined : deskOf(person, random);
			if (desk) writeSomething(desk, person.wrote);
		}
	};
	const all = Promise.all(crew.people.map(write));
	return async () => {
		over = true;
		await all;
	};
}
