import type { Entry } from '../../src/lib/people/person';
import { random } from '../../src/lib/teams/random';
import { Ledger } from './ledger';
import { readDisk } from './log';
import { sameEverywhere, type Evidence, type SheetEvidence } from './oracle';
import { pause, patience } from './patience';
import { Person } from './person';

/** Joining takes a few requests each; more at once would only queue at the server. */
const AT_ONCE = 16;

/** So long what others wrote may be under way, ms. */
const ON_ITS_WAY = 10_000;

/** All simulated people of one workshop and the ledger of what they write. */
export class Crew {
	readonly ledger: Ledger;
	readonly people: Person[];
	/** Who could not join, and why. */
	readonly away: { who: string; why: string }[] = [];
	#numbers = new Map<string, number>();

	constructor(ledger = new Ledger(), people: Person[] = []) {
		this.ledger = ledger;
		this.people = people;
	}

	/**
	 * Everybody joins under their name and opens the room.
	 * @param wayOf where a person's connection goes instead of to the server, by their number
	 */
	static async gather(
		origin: string,
		code: string,
		list: readonly Entry[],
		wayOf: (number: number) => string = () => origin
	): Promise<Crew> {
		const crew = new Crew();
		const waiting = list.map((who, at) => ({ who, number: at + 1 }));
		const joinOneByOne = async () => {
			for (let next = waiting.shift(); next; next = waiting.shift()) {
				const { ledger } = crew;
				const numbers = crew.#numbers;
				const way = wayOf(next.number);
				const person = new Person(next.who, next.number, { origin, way, ledger, numbers });
				const joined = await person.join(code);
				if (!joined.ok) crew.away.push({ who: next.who.name, why: joined.why });
				else {
					numbers.set(joined.id, next.number);
					crew.people.push(person);
				}
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, joinOneByOne));
		crew.people.sort((a, b) => a.number - b.number);
		for (const person of crew.people) person.enter(code);
		await patience(
			() => crew.people.every((person) => person.view.me !== undefined),
			120_000,
			() => 'Not everybody came into the room within two minutes.'
		);
		return crew;
	}

	/** The members of some teams, with the same ledger. @param teams which, from 0, in the order of names */
	teams(...teams: number[]): Crew {
		const all = Map.groupBy(this.people, (person) => person.view.team?.name ?? '');
		const names = [...all.keys()].sort();
		return new Crew(
			this.ledger,
			teams.flatMap((at) => all.get(names[at] ?? '') ?? [])
		);
	}

	/** Waits until everybody who sits in a team has the open exercise's sheet before them. */
	async atDesks(): Promise<void> {
		const seated = this.people.filter((person) => person.view.team);
		await patience(
			() => seated.every((person) => person.desk?.link.state === 'live'),
			120_000,
			() => 'Not everybody had the sheet within two minutes.'
		);
	}

	/** Everybody is here, and all that was written is acknowledged. */
	get inSync(): boolean {
		return this.people.every(isSettled);
	}

	/** Waits until everything is acknowledged. @returns ms */
	settle(ms = 120_000): Promise<number> {
		const behind = () =>
			this.people.filter((person) => !isSettled(person)).map(({ who }) => who.name);
		return patience(
			() => this.inSync,
			ms,
			() => `Not everything was saved within ${ms / 1000} s: ${behind().join(', ')}`
		);
	}

	/**
	 * Collects what is to be judged.
	 * @param data folder of the server's database, where it can be read from here
	 */
	async evidence(data?: string): Promise<Evidence> {
		const disk = data === undefined ? undefined : readDisk(data);
		const sheets = new Map<string, SheetEvidence>();
		for (const person of this.people)
			for (const [sheet, { of, doc }] of person.copies) {
				const known = sheets.get(sheet) ?? {
					sheet,
					team: of.team,
					logged: disk?.sheets.get(sheet)?.doc,
					served: await person.fresh(sheet),
					copies: []
				};
				known.copies.push({ who: person.who.name, doc });
				sheets.set(sheet, known);
			}
		await allHeard([...sheets.values()]);
		const numbers = new Set(this.people.map((person) => person.number));
		return {
			edits: this.ledger.edits.filter(({ writer }) => numbers.has(writer)),
			sheets: [...sheets.values()],
			overheard: this.people.flatMap((person) =>
				[...person.overheard].map((marker) => ({ who: person.who.name, marker }))
			),
			integrity: disk?.integrity
		};
	}

	/** A source of chance for each person, the same for the same seed. */
	chances(seed: number): Map<Person, () => number> {
		return new Map(this.people.map((person) => [person, random(seed * 10_007 + person.number)]));
	}

	leave(): void {
		for (const person of this.people) person.leave();
	}
}

/**
 * What a server sent to the others may still be on its way when the last acknowledgement is there
 * (a connection that changes from polling to a WebSocket holds it back for several round trips).
 * What has not come by then never will: that is for the judge.
 */
async function allHeard(sheets: readonly SheetEvidence[]): Promise<void> {
	const until = performance.now() + ON_ITS_WAY;
	while (!sheets.every(sameEverywhere) && performance.now() < until) await pause(50);
}

function isSettled(person: Person): boolean {
	return person.online && [...person.copies.values()].every((copy) => copy.inSync);
}
