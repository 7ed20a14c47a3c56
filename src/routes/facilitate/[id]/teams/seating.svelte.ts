import { createContext } from 'svelte';
import { page } from '$app/state';
import { formatList } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Attendee } from '$lib/teams/attendee';
import { balance } from '$lib/teams/balance';
import { effectOfMove, moved } from '$lib/teams/move';
import type { DelegationView } from '$lib/view/parts';
import type { Division } from '$lib/workshop/state';
import { act } from '../act';
import { effectSentence } from './sentences';

export interface Seated extends Attendee {
	joined: boolean;
}

/** What the page was loaded with. */
export interface Loaded {
	people: Seated[];
	delegations: DelegationView[];
	division: Division | null;
	sides: string[];
	parts: string[];
}

/** The teams as they are now, what a move would do, and the moves themselves. */
export class Seating {
	#loaded: () => Loaded;
	/** A move that waits for "move anyway": people see their teams already. */
	asked = $state<{ person: Seated; to: number } | null>(null);
	/** Said to a screen reader. */
	said = $state('');
	/** Whom a pointer drags, and over which team. */
	dragged = $state<string | null>(null);

	constructor(loaded: () => Loaded) {
		this.#loaded = loaded;
	}

	people = $derived.by(() => this.#loaded().people);
	division = $derived.by(() => this.#loaded().division);
	sides = $derived.by(() => this.#loaded().sides);
	parts = $derived.by(() => this.#loaded().parts);
	delegations = $derived.by(() => this.#loaded().delegations);
	hosts = $derived(this.delegations.filter(({ kind }) => kind === 'host').map(({ name }) => name));
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
	#byId = $derived(new Map(this.people.map((person) => [person.id, person])));
	teams = $derived(this.division?.teams ?? []);
	/** People by team, in the order of the teams. */
	seats = $derived(
		this.teams.map(({ members }) => members.flatMap(({ person }) => this.#byId.get(person) ?? []))
	);
	balance = $derived(balance(this.seats, this.hosts));
	notSeated = $derived(
		this.people.filter(({ id }) => !this.seats.some((team) => team.some((one) => one.id === id)))
	);

	pattern(delegation: string): number {
		return this.delegations.find(({ name }) => name === delegation)?.pattern ?? 0;
	}

	/** What moving somebody to a team would spoil, in words; empty where nothing. */
	effect(person: string, to: number): string {
		const ids = { teams: this.seats.map((team) => team.map(({ id }) => id)) };
		const after = moved(ids, person, to).teams.map((team) =>
			team.flatMap((id) => this.#byId.get(id) ?? [])
		);
		const names = this.teams.map(({ name }) => name);
		return formatList(
			effectOfMove(this.seats, after).map((effect) => effectSentence(effect, names)),
			getLocale()
		);
	}

	/** Moves a person, or asks first where the teams are announced and they may be writing. */
	move(person: Seated, to: number): void {
		const from = this.seats.findIndex((team) => team.some(({ id }) => id === person.id));
		if (from === to) return;
		if (this.division?.announced && from >= 0) this.asked = { person, to };
		else void this.moveNow(person, to);
	}

	async moveNow(person: Seated, to: number): Promise<void> {
		const team = this.teams[to];
		this.asked = null;
		if (!team) return;
		await act('move', { person: person.id, team: team.id });
		if (page.status === 200) this.said = m.teams_moved({ name: person.name, team: team.name });
	}

	pin(person: Seated, pinned: boolean): void {
		void act('pin', { person: person.id, pinned: pinned ? 'yes' : 'no' });
	}

	part(person: Seated, part: string, holds: boolean): void {
		void act('part', { person: person.id, part, holds: holds ? 'yes' : 'no' });
	}
}

const [get, set] = createContext<Seating>();
export { get as getSeating, set as setSeating };
