import { tally } from './tally';

/** So many wrong answers a minute are honest mistakes of a whole room. */
const PER_MINUTE = 30;

/** Counts wrong answers of everybody together. */
export interface Gate {
	/** Whether somebody who is not yet in must wait. `now` in ms since 1970. */
	mustWait(now: number): boolean;
	/** Counts a wrong answer. */
	countWrong(now: number): void;
}

/**
 * After 30 wrong answers within a minute everybody who is not yet in waits. Addresses are not
 * counted: a hotel's Wi-Fi is one address.
 */
export function gate(): Gate {
	let wrong: number[] = [];
	return {
		mustWait(now) {
			wrong = wrong.filter((at) => Math.abs(now - at) < 60_000); // or the clock was put back
			return wrong.length >= PER_MINUTE;
		},
		countWrong(now) {
			wrong.push(now);
			tally('wrong code or password');
		}
	};
}

/** Workshops' codes. */
export const codes = gate();

/** Facilitators' passwords. */
export const passwords = gate();
