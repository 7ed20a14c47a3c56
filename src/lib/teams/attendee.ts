/** A person who is to be put into a team. Observers are left out by the caller. */
export interface Attendee {
	/** Carried only: it decides nothing. */
	id: string;
	name: string;
	/** Name of the delegation. */
	delegation: string;
	/** Whether the delegation is a host: hosts are mixed in every team, guests are spread. */
	host: boolean;
	role: string;
	institution: string;
	/** Empty where nobody said. */
	gender: string;
	/** As the list has them, e.g. `English; Somali`. */
	languages: string;
	/** Index of the team (from 0) in which the person must sit. */
	pinned?: number;
}
