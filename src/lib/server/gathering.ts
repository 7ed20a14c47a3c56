import type { Place, Presence } from '../protocol/live';
import { teamOfPerson } from './workshops';

/** One device of a person in a team. */
export interface Guest {
	workshop: string;
	person: string;
	team: string;
	place: Place;
	send(team: Presence[]): void;
	/** Hears no more of the sheets it has joined. */
	leaveSheets(): void;
}

/** Places change with every key: a team is told at most so often, in ms. */
const PAUSE = 120;

const guests = new Set<Guest>();
const planned = new Map<string, NodeJS.Timeout>();

/** @returns what ends it */
export function gather(guest: Guest): () => void {
	guests.add(guest);
	tellTeam(guest.team);
	return () => {
		guests.delete(guest);
		tellTeam(guest.team);
	};
}

/** Notes where somebody is. */
export function move(guest: Guest, place: Place): void {
	guest.place = place;
	tellTeam(guest.team);
}

/** Whoever was moved to another team hears no more of the old one's sheet. */
export async function reseat(workshop: string): Promise<void> {
	for (const guest of guests) {
		if (guest.workshop !== workshop) continue;
		const before = guest.team;
		const team = (await teamOfPerson(workshop, guest.person)) ?? '';
		if (team === before) continue;
		guest.team = team;
		tellTeam(before);
		tellTeam(team);
		guest.leaveSheets();
	}
}

/** Ends what is planned. */
export function stopGathering(): void {
	for (const timer of planned.values()) clearTimeout(timer);
	planned.clear();
	guests.clear();
}

function tellTeam(team: string): void {
	if (planned.has(team)) return;
	const run = () => {
		planned.delete(team);
		const members = [...guests].filter((guest) => guest.team === team);
		const list = presences(members);
		for (const guest of members) guest.send(list);
	};
	planned.set(team, setTimeout(run, PAUSE));
}

/** One a person: of several devices the one where something is being done. */
function presences(members: Guest[]): Presence[] {
	const byPerson = new Map<string, Presence>();
	for (const { person, place } of members) {
		const other = byPerson.get(person);
		if (!other || place.writing || (place.at !== null && !other.writing))
			byPerson.set(person, { person, ...place });
	}
	return [...byPerson.values()];
}
