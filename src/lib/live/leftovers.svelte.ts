import { Copy, type Line } from './copy.svelte';
import { keptName, keptSheets } from './kept';

/** A sheet that closes may be written for 5 s more; then it is asked again, ms. */
const CLOSED = 6000;

/**
 * Sheets of earlier exercises that this browser still keeps: closed while the device was away, or
 * left in another team. What the server lacks of them is brought to it, then the copy goes.
 */
export class Leftovers {
	#copies = $state.raw<Copy[]>([]);

	/** Changes that no server has acknowledged. */
	get unsaved(): number {
		return this.#copies.reduce((sum, copy) => sum + copy.unsaved, 0);
	}

	/** Copies of which something was not taken in. */
	get refused(): Copy[] {
		return this.#copies.filter((copy) => copy.setAside.length > 0);
	}

	/** The server has all of them. */
	get delivered(): boolean {
		return this.#copies.every((copy) => copy.saved === 'saved' || copy.stored === 'dropped');
	}

	/** Deletes the copies on this device. */
	async drop(): Promise<void> {
		await Promise.all(this.#copies.map((copy) => copy.drop()));
	}

	/**
	 * To be called in an effect, which it fills with one of its own.
	 * @param open the sheet that the page has open, if any
	 * @returns ends it
	 */
	bring(code: string, open: string | null, line: Line): () => void {
		const sheets = keptSheets(code).filter((sheet) => sheet !== open);
		const copies = sheets.map((sheet) => new Copy(sheet, line, keptName(code, sheet)));
		this.#copies = copies;
		const ends = copies.map((copy) => copy.connect());
		$effect(() => {
			for (const copy of copies)
				if (copy.saved === 'saved' && copy.may !== 'write') void copy.drop();
		});
		const closed = setTimeout(() => copies.forEach((copy) => copy.rejoin()), CLOSED);
		return () => {
			clearTimeout(closed);
			for (const end of ends) end();
			this.#copies = [];
		};
	}
}
