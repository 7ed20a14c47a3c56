/**
 * The clock of a stage is a value: it pauses, it can be lengthened, and it closes nothing by
 * itself. All in ms; `runningSince` in ms since 1970.
 */
export interface Clock {
	planned: number;
	added: number;
	/** Counted so far, without what runs since `runningSince`. */
	spent: number;
	runningSince: number | null;
}

/** A longer silence is sleep, a restart or a changed clock: it counts only if the facilitator says so. */
export const LONGEST_TICK = 15_000;

/** How much time has been spent at `now`, in ms. */
export function spent(clock: Clock, now: number): number {
	return clock.spent + (clock.runningSince === null ? 0 : Math.max(0, now - clock.runningSince));
}

/** How much is left at `now`, in ms; never below 0. */
export function left(clock: Clock, now: number): number {
	return Math.max(0, clock.planned + clock.added - spent(clock, now));
}

/** What to save at a tick: time counted, or time that passed unseen. */
export interface Tick {
	spent: number;
	runningSince: number;
	/** ms not counted */
	gap: number;
}

/**
 * Counts what ran since the last tick. A computer that slept or whose clock was changed shows
 * as a gap over 15 s, or as time running backwards; neither is counted.
 * @param clock running
 * @param now ms since 1970
 */
export function tick(clock: Clock & { runningSince: number }, now: number): Tick {
	const passed = now - clock.runningSince;
	const counts = passed >= 0 && passed <= LONGEST_TICK;
	return {
		spent: clock.spent + (counts ? passed : 0),
		runningSince: now,
		gap: counts ? 0 : Math.max(0, passed)
	};
}
