/** Who is connected, by workshop: counted by sockets, never stored. */
const present = new Map<string, Map<string, number>>();

/** One more (or fewer, with -1) connection of a person. */
export function count(workshop: string, person: string, by: 1 | -1): void {
	const people = present.get(workshop) ?? new Map<string, number>();
	present.set(workshop, people);
	const left = (people.get(person) ?? 0) + by;
	if (left > 0) people.set(person, left);
	else people.delete(person);
}

/** Ids of the people of a workshop who are connected now. */
export function here(workshop: string): string[] {
	return [...(present.get(workshop)?.keys() ?? [])].sort();
}
