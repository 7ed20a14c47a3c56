import * as Y from 'yjs';
import { MAX_UPDATE, WARN_SHEET } from '../sheet/limits';

/** How large a document is, as far as its page must know: whether it soon takes no more. */
export class Size {
	/** Bytes; never too small. */
	#bytes = 0;
	#nearlyFull = false;

	get nearlyFull(): boolean {
		return this.#nearlyFull;
	}

	/**
	 * The document took in more. The sum of what came is too large a guess: from time to time it is
	 * measured.
	 * @param more bytes of the update
	 */
	add(doc: Y.Doc, more: number): void {
		this.#bytes += more;
		if (this.#bytes < WARN_SHEET && !this.#nearlyFull) return;
		if (this.#bytes % MAX_UPDATE >= more) return; // not each letter: each 64 KiB
		this.#bytes = Y.encodeStateAsUpdate(doc).length;
		this.#nearlyFull = this.#bytes > WARN_SHEET;
	}
}
