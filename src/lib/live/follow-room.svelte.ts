import { goto, invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import { Connection } from './connection.svelte';

/** A page is made anew at most so often, ms: a room full of people acts at once. */
const PAUSE = 1000;

/**
 * Has a participant's page that was made by the server made again whenever something of the room
 * changes, as long as the server is there. For use in an effect.
 * @returns ends that
 */
export function followRoom(code: string, { version, now }: { version: number; now: number }) {
	const who = { as: 'person', workshop: code } as const;
	const connection = new Connection<Record<string, unknown>>(who, { version, now, parts: {} });
	let planned: ReturnType<typeof setTimeout> | undefined;
	const again = () => {
		// Without the server the page would be an error, and somebody who is leaving would be held.
		const free = connection.online && !navigating.to;
		planned = free ? undefined : setTimeout(again, PAUSE);
		if (free) void invalidateAll();
	};
	const stop = $effect.root(() => {
		$effect(() => {
			if (Object.keys(connection.parts).length) planned ??= setTimeout(again, PAUSE);
		});
		$effect(() => {
			// The room says what became of the name, and wipes what it kept.
			if (connection.released || connection.refusal) void goto(`/room/${code}`);
		});
	});
	const disconnect = connection.connect();
	return () => {
		clearTimeout(planned);
		stop();
		disconnect();
	};
}
