import { screenById } from './db/screens';
import { tell, type Receiver } from './telling';

/** A projector's connection. */
interface Following {
	/** Id of the projector. */
	screen: string;
	receiver: Receiver;
	/** Says that it was let go. */
	free: () => void;
}

/** Projectors follow to another workshop without connecting anew. */
const followers = new Set<Following>();

/** @returns what ends it */
export function follow(one: Following): () => void {
	followers.add(one);
	return () => followers.delete(one);
}

/** A projector was paired or let go. */
export async function moveScreen(screen: string): Promise<void> {
	for (const { receiver, free, ...one } of followers) {
		if (one.screen !== screen) continue;
		const row = await screenById(screen);
		if (row) receiver.viewer = { as: 'screen', workshop: row.workshop, code: row.code };
		// Let go, it starts again: without a workshop its version is an old one, which it ignores.
		if (row?.workshop) await tell(receiver);
		else free();
	}
}
