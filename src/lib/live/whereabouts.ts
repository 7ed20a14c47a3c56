import type { Place } from '../protocol/live';

/** Moves within this time are told once, ms. */
const TOGETHER = 250;
/** "Is writing" lasts this long after a key, ms. */
const WRITING = 3000;

/** Tells the team where this person is, seldom enough to be no load. */
export class Whereabouts {
	#tell: (place: Place) => void;
	#at: string | null = null;
	#told: string | undefined;
	#writing: ReturnType<typeof setTimeout> | undefined;
	#soon: ReturnType<typeof setTimeout> | undefined;

	/** @param tell sends a place; called at most four times a second */
	constructor(tell: (place: Place) => void) {
		this.#tell = tell;
	}

	/** @param at a field (`entry|field`), an item's id, or null */
	go(at: string | null): void {
		if (at !== this.#at) this.#stopWriting();
		this.#at = at;
		this.#later();
	}

	/** A key was pressed in a field. */
	wrote(at: string): void {
		this.#at = at;
		clearTimeout(this.#writing);
		this.#writing = setTimeout(() => {
			this.#stopWriting();
			this.#later();
		}, WRITING);
		this.#later();
	}

	/** The other side knows nothing (any more): a new connection. */
	again(): void {
		this.#told = undefined;
		this.#later();
	}

	/** Says nothing more. */
	stop(): void {
		this.#stopWriting();
		clearTimeout(this.#soon);
		this.#soon = undefined;
	}

	#stopWriting(): void {
		clearTimeout(this.#writing);
		this.#writing = undefined;
	}

	#later(): void {
		this.#soon ??= setTimeout(() => {
			this.#soon = undefined;
			const place = { at: this.#at, writing: this.#writing !== undefined };
			const told = JSON.stringify(place);
			if (told === this.#told) return;
			this.#told = told;
			this.#tell(place);
		}, TOGETHER);
	}
}
