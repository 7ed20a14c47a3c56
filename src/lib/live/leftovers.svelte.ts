import type { LateState } from '../protocol/sheet';
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
	/** Those of a browser that keeps nothing: they are in this tab only. */
	#inTab = $state.raw<Copy[]>([]);

	/** Changes that no server has acknowledged. */
	get unsaved(): number {
		return this.#all.reduce((sum, copy) => sum + copy.unsaved, 0);
	}

	/** Copies of which something was not taken in. */
	get refused(): Copy[] {
		return this.#all.filter((copy) => copy.setAside.length > 0);
	}

	/** What became of what was brought after a sheet had been closed. */
	get late(): LateState | undefined {
		const states = this.#all.map((copy) => copy.late);
		return states.find((state) => state === 'waiting') ?? states.find((state) => state);
	}

	get #all(): Copy[] {
		return [...this.#inTab, ...this.#copies];
	}

	/** Takes over the page's copy of a sheet, which holds the only words of somebody. */
	takeOver(copy: Copy): void {
		this.#inTab = [...this.#inTab, copy];
	}

	/** The server has all of them. */
	get delivered(): boolean {
		return this.#all.every((copy) => copy.saved === 'saved' || copy.stored === 'dropped');
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
