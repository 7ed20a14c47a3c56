import { navigating } from '$app/state';
import { Connection } from '$lib/live/connection.svelte';
import { makeAnew } from '$lib/live/make-anew';

/** A page is made anew at most so often, ms: what is typed changes it with every key. */
const PAUSE = 2000;

/**
 * Has a page that was made by the server made again whenever something in the workshop changes, as
 * long as the server is there. For use in an effect.
 * @returns ends that
 */
export function follow(workshop: string, { version, now }: { version: number; now: number }) {
	const who = { as: 'facilitator', workshop } as const;
	const connection = new Connection<Record<string, unknown>>(who, { version, now, parts: {} });
	let planned: ReturnType<typeof setTimeout> | undefined;
	const again = async () => {
		planned = undefined;
		// Somebody who is leaving would be held.
		const made = connection.online && !navigating.to && (await makeAnew());
		if (!made) planned ??= setTimeout(again, PAUSE);
	};
	const stop = $effect.root(() => {
		$effect(() => {
			if (Object.keys(connection.parts).length) planned ??= setTimeout(again, PAUSE);
		});
	});
	const disconnect = connection.connect();
	return () => {
		clearTimeout(planned);
		stop();
		disconnect();
	};
}
