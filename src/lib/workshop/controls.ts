import type { WorkshopState } from './state';

/** Who holds the controls, as one of several facilitators is told. */
export interface Controls {
	/** Name of who holds them. */
	holder: string;
	/** It is whoever is told. */
	mine: boolean;
}

/**
 * Who opens stages, releases injects and shows things to the room.
 * @param facilitator who asks, by id
 * @returns null for somebody who leads alone: there is nothing to say
 */
export function controlsFor(
	{ leads, controls }: Pick<WorkshopState, 'leads' | 'controls'>,
	facilitator: string
): Controls | null {
	const holder = leads.find(({ id }) => id === controls);
	if (leads.length < 2 || !holder) return null;
	return { holder: holder.name, mine: holder.id === facilitator };
}
