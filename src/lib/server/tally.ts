/** What happens too often for a line each, counted until the next line. */
const counted = new Map<string, number>();

/** One more of something: a code, e.g. `refused malformed`. Never what somebody typed. */
export function tally(what: string): void {
	counted.set(what, (counted.get(what) ?? 0) + 1);
}

/** What was counted since the last call. */
export function takeTally(): Record<string, number> {
	const taken = Object.fromEntries(counted);
	counted.clear();
	return taken;
}
