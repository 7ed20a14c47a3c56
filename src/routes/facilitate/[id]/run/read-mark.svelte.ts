/**
 * Up to which number something was read and put away, as this tab remembers it: a version, or ms
 * since 1970. Until `begin` everything counts as read.
 */
export class ReadMark {
	#key: string;
	#upTo = $state(Infinity);

	/** @param key of the browser's storage */
	constructor(key: string) {
		this.#key = key;
	}

	get upTo(): number {
		return this.#upTo;
	}

	/**
	 * Takes up what the tab remembers. To be called in a browser; one that refuses to keep anything
	 * has it said again when the page is opened again.
	 */
	begin(): void {
		try {
			this.#upTo = Number(sessionStorage.getItem(this.#key)) || 0;
		} catch {
			this.#upTo = 0;
		}
	}

	/** It is put away. */
	read(upTo: number): void {
		this.#upTo = upTo;
		try {
			sessionStorage.setItem(this.#key, String(upTo));
		} catch {
			// as in `begin`
		}
	}
}
