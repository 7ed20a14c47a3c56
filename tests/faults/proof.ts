import { appendFileSync } from 'node:fs';

/**
 * How long or how often: *quick* in `npm test`, *long* in `npm run prove`, *full* in
 * `npm run prove -- --full`.
 */
export function lengths<T>(quick: T, long: T, full: T = long): T {
	const { BARAZA_PROVE } = process.env;
	return BARAZA_PROVE === 'full' ? full : BARAZA_PROVE ? long : quick;
}

/** Limits on time are strict only where nothing else runs: tests share their machine. */
export function limit(alone: number, shared: number): number {
	return lengths(shared, alone);
}

/**
 * Says what a row of the proof did and what came of it; `npm run prove` writes it into its table.
 * @param row e.g. `A1`, which the name of the test carries too
 * @param done what was done, with its length or count, and of how much where it was scaled
 * @param seen the figure
 */
export function figure(row: string, done: string, seen: string): void {
	const { BARAZA_PROOF } = process.env;
	if (BARAZA_PROOF) appendFileSync(BARAZA_PROOF, `${JSON.stringify({ row, done, seen })}\n`);
	console.log(`${row}. ${done}: ${seen}.`);
}
