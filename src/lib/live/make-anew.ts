import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Has the open page made again by the server; waits for it where it does not answer (patient-fetch.ts).
 * @returns whether it was: somebody who has begun to leave would be held here
 */
export async function makeAnew(): Promise<boolean> {
	if (navigating.to) return false;
	await invalidateAll();
	return true;
}
