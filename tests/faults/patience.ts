/**
 * Waits until something is so.
 * @param is asked every 20 ms
 * @param ms how long
 * @param otherwise the sentence for when it never was
 * @returns how long it took, in ms
 */
export async function patience(
	is: () => boolean | Promise<boolean>,
	ms: number,
	otherwise: () => string
): Promise<number> {
	const since = performance.now();
	while (!(await is())) {
		if (performance.now() - since > ms) throw new Error(otherwise());
		await pause(20);
	}
	return performance.now() - since;
}

export function pause(ms: number): Promise<void> {
	return new Promise((done) => setTimeout(done, ms));
}

/** Does something that needs the server, again and again while there is none, for 30 s. */
export async function persist<T>(work: () => Promise<T>): Promise<T> {
	const until = performance.now() + 30_000;
	for (;;)
		try {
			return await work();
		} catch (error) {
			// what `fetch` says when nobody answers; anything else is no matter of patience
			if (!(error instanceof TypeError) || performance.now() > until) throw error;
			await pause(200);
		}
}
