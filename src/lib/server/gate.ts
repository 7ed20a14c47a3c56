import { tally } from './tally';

/** So many wrong answers a minute are honest mistakes of a whole room. */
const PER_MINUTE = 30;

/** So long after somebody had to wait, facilitators are told of it, ms. */
const NEWS = 2 * 60_000;

/** Counts wrong answers of everybody together. */
export interface Gate {
	/** Whether somebody who is not yet in must wait. `now` in ms since 1970. */
	mustWait(now: number): boolean;
	/** Counts a wrong answer. */
	countWrong(now: number): void;
	/** Whether somebody had to wait within two minutes. */
	madeWait(now: number): boolean;
}

/**
 * After 30 wrong answers within a minute everybody who is not yet in waits. Addresses are not
 * counted: a hotel's Wi-Fi is one address.
 * @param perMinute so many
 */
export function gate(perMinute = PER_MINUTE): Gate {
	let wrong: number[] = [];
	let waited = -Infinity;
	return {
		mustWait(now) {
			wrong = wrong.filter((at) => Math.abs(now - at) < 60_000); // or the clock was put back
			const must = wrong.length >= perMinute;
			if (must) waited = now;
			return must;
		},
		madeWait: (now) => Math.abs(now - waited) < NEWS,
		countWrong(now) {
			wrong.push(now);
			tally('wrong code or password');
		}
	};
}

/** Workshops' codes. */
export const codes = gate();

/** Whoever asks at the door: a room of people may, a machine that goes on and on may not. */
export const askers = gate(200);

/** Facilitators' passwords. */
export const passwords = gate();
