import type { PresentLead } from '../protocol/live';

/** A facilitator's open page. */
interface Desk {
	workshop: string;
	facilitator: string;
	send: (all: PresentLead[]) => void;
	/** Ends the connection. */
	cut: () => void;
}

/** Whoever looks through the groups is told of at most so often, ms. */
const PAUSE = 120;

/** Open pages, and which group those have open that merge; undefined: another page. */
const desks = new Map<Desk, string | null | undefined>();
const planned = new Map<string, NodeJS.Timeout>();

/**
 * A facilitator has a page open.
 * @returns what notes where on it they are, and what ends it
 */
export function sit(desk: Desk): { at: (group: string | null) => void; leave: () => void } {
	desks.set(desk, undefined);
	return {
		at: (group) => {
			desks.set(desk, group);
			tellDesks(desk.workshop);
		},
		leave: () => {
			const merged = desks.get(desk) !== undefined;
			desks.delete(desk);
			if (merged) tellDesks(desk.workshop);
		}
	};
}

/** Somebody leads a workshop no more. */
export function dismiss(workshop: string, facilitator: string): void {
	for (const desk of desks.keys())
		if (desk.workshop === workshop && desk.facilitator === facilitator) desk.cut();
}

/** Ends what is planned. */
export function stopSitting(): void {
	for (const timer of planned.values()) clearTimeout(timer);
	planned.clear();
	desks.clear();
}

/** Those who merge are told who else does. */
function tellDesks(workshop: string): void {
	if (planned.has(workshop)) return;
	const run = () => {
		planned.delete(workshop);
		const here = [...desks].filter(([desk, at]) => desk.workshop === workshop && at !== undefined);
		const all = here.map(([{ facilitator }, group]) => ({ facilitator, group: group ?? null }));
		for (const [desk] of here) desk.send(all);
	};
	planned.set(workshop, setTimeout(run, PAUSE));
}
