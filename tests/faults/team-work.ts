import type { Crew } from './crew';
import { deskOf, type Desk } from './desk';
import { gaps, type Gap } from './gaps';
import { pause, patience } from './patience';
import type { Person } from './person';
import { writeSomething } from './writing';

/** Nobody is silent for longer, ms. */
const LONGEST_SILENCE = 2600;
const SHORTEST_SILENCE = 60;

/** How people write in one exercise. */
export interface Pace {
	/** When the time is over, by `performance.now()`. */
	until: number;
	chances: ReadonlyMap<Person, () => number>;
	/** Asked before each edit: the facilitator may want to stop early. */
	over: () => boolean;
}

/** Everybody writes until the time is over: first what the exercise asks for, then whatever comes to mind. */
export async function writeTogether(crew: Crew, pace: Pace): Promise<void> {
	await Promise.all(crew.people.map((person) => write(person, pace)));
}

async function write(person: Person, { until, chances, over }: Pace): Promise<void> {
	const random = chances.get(person) ?? Math.random;
	const began = performance.now();
	while (!over()) {
		const left = until - performance.now();
		const desk = deskOf(person, random);
		const mine = desk ? own(gaps(desk), person, performance.now() - began > left) : [];
		const longest = Math.min(LONGEST_SILENCE, left / (mine.length + 1.5));
		const silence = Math.max(SHORTEST_SILENCE, longest * (0.5 + random() / 2));
		if (silence > left) return pause(Math.max(0, left));
		await pause(silence);
		readNews(person, random);
		// what was lacking before the pause may be there now
		const now = deskOf(person, random);
		if (now && !over()) writeOnce(person, now);
	}
}

function writeOnce(person: Person, desk: Desk): void {
	const [next] = own(gaps(desk), person, false);
	if (next) next.fill(desk);
	else writeSomething(desk, person.wrote);
	person.at(next?.id ?? 'notes');
}

/** The gaps that fall to this person, so that team-mates share them; in the second half of the time all. */
function own(all: Gap[], person: Person, late: boolean): Gap[] {
	const seats = person.view.members ?? [];
	const seat = seats.findIndex(({ id }) => id === person.view.me?.id);
	const order = [
		...(person.view.items ?? []).map(({ id }) => id),
		'immediate',
		'short',
		'medium',
		'long'
	];
	const mine = all.filter(({ id }) => order.indexOf(id) % seats.length === seat);
	return mine.length || !late ? mine : all;
}

/** Opens injects that have come, each a little later. */
function readNews(person: Person, random: () => number): void {
	const fresh = person.view.injects?.find((one) => !one.read);
	if (fresh && random() < 0.5) void person.press('read', [['inject', fresh.id]]).catch(() => false);
}

/** Fills what is still lacking, one after the other, so that no team ends with an empty need. */
export async function finish(crew: Crew, { chances }: Pick<Pace, 'chances'>): Promise<void> {
	const fill = async (person: Person) => {
		const desk = deskOf(person, chances.get(person) ?? Math.random);
		if (!desk) return;
		for (const gap of gaps(desk)) gap.fill(desk);
		await patience(
			() => person.desk?.inSync ?? true,
			60_000,
			() => `${person.who.name} cannot save.`
		);
	};
	await crew.settle();
	const teams = Map.groupBy(crew.people, (person) => person.view.team?.id);
	await Promise.all(
		[...teams.values()].map(async (team) => {
			for (const person of team) await fill(person);
			await team[0]?.press('done');
		})
	);
	await crew.settle();
}
