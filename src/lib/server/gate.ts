/**
 * Wrong codes and name searches, counted for the whole server: a hotel's Wi-Fi is one address, so
 * addresses are not counted. After 30 wrong answers within a minute everybody who is not yet in
 * waits.
 */
const PER_MINUTE = 30;

let wrong: number[] = [];

/** Whether somebody who is not yet in must wait. `now` in ms since 1970. */
export function mustWait(now: number): boolean {
	wrong = wrong.filter((at) => now - at < 60_000);
	return wrong.length >= PER_MINUTE;
}

/** Counts a wrong answer. */
export function countWrong(now: number): void {
	wrong.push(now);
}
