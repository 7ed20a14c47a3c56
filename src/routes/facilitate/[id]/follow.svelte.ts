import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import { Connection, type Line } from '$lib/live/connection.svelte';
import { makeAnew } from '$lib/live/make-anew';

/** A page is made anew at most so often, ms: what is typed changes it with every key. */
const PAUSE = 2000;

/**
 * Has a page that was made by the server made again whenever something in the workshop changes, as
 * long as the server is there. For use in an effect.
 * @param meet is given the page's connection before it is opened
 * @returns ends that
 */
export function follow(
	workshop: string,
	{ version, now }: { version: number; now: number },
	meet?: (line: Line) => void
) {
	const who = { as: 'facilitator', workshop } as const;
	const connection = new Connection<Record<string, unknown>>(who, { version, now, parts: {} });
	let planned: ReturnType<typeof setTimeout> | undefined;
	const again = async () => {
		planned = undefined;
		// Somebody who is leaving would be held.
		const made = connection.online && !navigating.to && (await makeAnew());
		if (!made) planned ??= setTimeout(again, PAUSE);
	};
	/** Who holds the controls, which is seen at once. */
	let controls: unknown;
	const stop = $effect.root(() => {
		$effect(() => {
			if (!Object.keys(connection.parts).length) return;
			const soon = connection.parts.controls !== controls;
			controls = connection.parts.controls;
			if (soon) clearTimeout(planned);
			if (soon || planned === undefined) planned = setTimeout(again, soon ? 0 : PAUSE);
		});
		// whoever leads here no more, or is signed in no more, is shown so
		$effect(() => {
			if (connection.state === 'refused') void invalidateAll();
		});
	});
	const disconnect = connection.connect(meet);
	return () => {
		clearTimeout(planned);
		stop();
		disconnect();
	};
}
