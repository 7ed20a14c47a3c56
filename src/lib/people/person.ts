/** What a roster says of one person. */
export interface Entry {
	name: string;
	/** Name of the delegation, as the workshop spells it. */
	delegation: string;
	/** Profession, e.g. `prosecutor`. */
	role: string;
	institution: string;
	/** As the list has it; empty where it says nothing. */
	gender: string;
	/** As the list has them, e.g. `English; Somali`. */
	languages: string;
	standing: 'member' | 'observer';
}

/** A country or body people belong to. Hosts are mixed in every team, guests are spread. */
export interface Delegation {
	id: string;
	name: string;
	kind: 'host' | 'guest';
}

/** A person of a workshop. */
export interface Person extends Entry {
	id: string;
}
