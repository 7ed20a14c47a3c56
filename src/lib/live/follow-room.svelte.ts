import { goto } from '$app/navigation';
import { navigating } from '$app/state';
import { Connection } from './connection.svelte';
import { makeAnew } from './make-anew';

/** A page is made anew at most so often, ms. */
const PAUSE = 500;
/** The clock on it goes on so often, ms. */
const TICK = 500;

/** What a participant's page outside the room knows of the server. */
export interface FollowedRoom {
	/** Until the first answer, it is taken to be there. */
	readonly online: boolean;
	/** The server's clock, ms since 1970. */
	readonly now: number;
	/** To be called in a browser: connects, and has the page made again when the workshop changes. @returns ends it */
	begin(): () => void;
}

/**
 * Lets a participant's page that was made by the server follow the workshop.
 * @param loaded of the page
 */
export function followRoom(code: string, loaded: { version: number; now: number }): FollowedRoom {
	const who = { as: 'person', workshop: code } as const;
	const connection = new Connection<Record<string, unknown>>(who, { ...loaded, parts: {} });
	let now = $state(loaded.now);
	return {
		get online() {
			return connection.online || connection.state === 'connecting';
		},
		get now() {
			return now;
		},
		begin() {
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
				$effect(() => {
					// The room says what became of the name, and wipes what it kept.
					if (connection.released || connection.refusal) void goto(`/room/${code}`);
				});
			});
			const clock = setInterval(() => (now = connection.now), TICK);
			const disconnect = connection.connect();
			return () => {
				clearTimeout(planned);
				clearInterval(clock);
				stop();
				disconnect();
			};
		}
	};
}
