import { keptCodes, wipe } from './kept';

/**
 * Deletes what this browser keeps of workshops that have ended since: it was closed then. For pages
 * that somebody opens first.
 */
export async function sweep(): Promise<void> {
	for (const code of keptCodes()) {
		const response = await fetch(`/join/${code}/over`).catch(() => undefined);
		if (response?.ok && (await response.json()) === true) await wipe(code);
	}
}
