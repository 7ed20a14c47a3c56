/**
 * A seeded source of random numbers: the same seed gives the same numbers everywhere.
 * Algorithm: sfc32 by Chris Doty-Humphrey (PractRand), 32-bit words only, seeded with one word and
 * warmed up by twelve rounds as its author advises.
 * @param seed any finite number; its whole part counts, modulo 2^32
 * @returns a function that gives numbers from 0 (included) to 1 (excluded)
 */
export function random(seed: number): () => number {
	let a = 0x9e3779b9 | 0;
	let b = 0x243f6a88 | 0;
	let c = Math.trunc(seed) | 0;
	let counter = 1;
	const next = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		c |= 0;
		return (sum >>> 0) / 2 ** 32;
	};
	for (let round = 0; round < 12; round++) next();
	return next;
}

/** Puts a list into random order. @returns a new list (Fisher and Yates, as Durstenfeld wrote it) */
export function shuffled<T>(list: readonly T[], next: () => number): T[] {
	const result = [...list];
	for (let last = result.length - 1; last > 0; last--) {
		const other = Math.floor(next() * (last + 1));
		[result[last], result[other]] = [result[other] as T, result[last] as T];
	}
	return result;
}
