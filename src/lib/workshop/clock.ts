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

/** A longer silence is sleep or a restart: it counts only if the facilitator says so, ms. */
export const LONGEST_SILENCE = 15_000;

/** A smaller difference between two ways to measure time is nobody's doing, ms. */
const SAME = 2_000;

/** How much time has been spent at `now`, in ms. */
export function spent(clock: Clock, now: number): number {
	return clock.spent + (clock.runningSince === null ? 0 : Math.max(0, now - clock.runningSince));
}

/** How much is left at `now`, in ms; never below 0. */
export function left(clock: Clock, now: number): number {
	return Math.max(0, clock.planned + clock.added - spent(clock, now));
}

/** One moment as a computer's three clocks show it, all in ms. */
export interface Moment {
	/** Since 1970: what people set and networks correct. */
	wall: number;
	/** Since the program began; never changed, but on some systems it stands still in sleep. */
	run: number;
	/** Since the computer began, sleep included; on some systems in whole seconds. */
	up: number;
}

/** Time that nobody saw pass, ms. */
export interface Unseen {
	/** The computer slept, or the program was stopped. */
	slept: number;
	/** The clock on the wall was put forward (or back, below 0) beside what really passed. */
	shifted: number;
}

/**
 * What happened between two looks that are meant to be a second apart. What really passed is
 * told by the clocks that nobody can set.
 */
export function unseen(before: Moment, now: Moment): Unseen {
	const passed = Math.max(now.run - before.run, now.up - before.up);
	const shifted = now.wall - before.wall - passed;
	return {
		slept: passed > LONGEST_SILENCE ? Math.round(passed) : 0,
		shifted: Math.abs(shifted) > SAME ? Math.round(shifted) : 0
	};
}
