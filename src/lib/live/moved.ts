/** One step of what Yjs says of a changed text. */
export interface Step {
	retain?: number;
	insert?: unknown;
	delete?: number;
}

/**
 * Where a place in a text is after somebody else changed it.
 * @param place in UTF-16 units
 */
export function moved(place: number, steps: readonly Step[]): number {
	let at = 0;
	let to = place;
	for (const { retain = 0, insert = '', delete: gone = 0 } of steps) {
		const length = typeof insert === 'string' ? insert.length : 1;
		if (at < to && length > 0) to += length;
		if (at < to) to -= Math.min(gone, to - at);
		at += retain + length;
	}
	return to;
}

/**
 * As much of a text as fits, ending between characters.
 * @param bytes as UTF-8
 */
export function fitting(text: string, bytes: number): string {
	const { read } = new TextEncoder().encodeInto(text, new Uint8Array(Math.max(0, bytes)));
	return text.slice(0, read);
}
