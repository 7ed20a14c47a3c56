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
