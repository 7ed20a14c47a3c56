import type { Outcome } from './db/step';
import { announce } from './facts';

/**
 * A storage step as the rest of the server calls it: it happens now, and once it is committed
 * everybody who listens is told.
 * @param store takes the time, ms since 1970, as its last argument
 */
export function told<Args extends unknown[], Given extends Outcome<unknown, string>>(
	store: (...args: [...Args, number]) => Promise<Given>
): (...args: Args) => Promise<Given> {
	return async (...args) => {
		const outcome = await store(...args, Date.now());
		if (outcome.ok)
			announce({ kind: 'workshop', workshop: outcome.workshop, version: outcome.version });
		return outcome;
	};
}
