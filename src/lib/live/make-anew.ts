import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Has the open page made again by the server. Only where it answers: without an answer Kit would
 * put an error in place of the page, and of what somebody has typed on it.
 * @returns whether it was
 */
export async function makeAnew(): Promise<boolean> {
	const there = await fetch('/healthz').catch(() => null);
	// Somebody who has begun to leave meanwhile would be held here.
	if (!there?.ok || navigating.to) return false;
	await invalidateAll();
	return true;
}
