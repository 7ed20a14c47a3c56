import type { Cut } from '../protocol/live';

/** The first attempt after a loss comes soon; 300 browsers still do not come at once. Ms. */
const FIRST = { least: 100, most: 600 };
const LATER = { least: 500, most: 1500 };
/** Who was cut would be cut again at once. Coming back to the page is an attempt, too. */
const CUT = { least: 8000, most: 15_000 };
/** An attempt without an answer for so long is doubted, ms. */
const DOUBT = 2000;
/** How often the server is asked meanwhile whether it is there, and how long it has to answer, ms. */
const ASK = 1000;

/** What is brought back. */
export interface Dialled {
	/** Begins an attempt. */
	open: () => void;
	/** Ends an attempt that hangs, or a connection that is dead. */
	cut: () => void;
	/** Whether the server answers a plain request within so many ms. */
	answers?: (ms: number) => Promise<boolean>;
	random?: () => number;
}

/**
 * Opens a connection again until it stands, however long that takes: within 3 s of the moment the
 * server can be reached. Socket.IO's own back-off is left off: its jitter vanishes once the longest
 * delay is reached, and after 1,024 attempts (half an hour) its delay is not a number, which is 0:
 * every browser in the room would then ask without a pause.
 */
export class Comeback {
	#line: Required<Dialled>;
	#losses = 0;
	#attempt = 0;
	#since: number | undefined;
	#pause: ReturnType<typeof setTimeout> | undefined;
	#doubt: ReturnType<typeof setTimeout> | undefined;

	constructor(line: Dialled) {
		this.#line = { random: Math.random, answers, ...line };
	}

	/** Tries at once: the page was opened, came back into view, or the network is back. */
	now(): void {
		if (this.#since !== undefined && Date.now() - this.#since < ASK) return;
		this.stop();
		this.#since = Date.now();
		this.#watch(++this.#attempt, DOUBT);
		this.#line.open();
	}

	/**
	 * The connection was lost or an attempt failed: another one follows.
	 * @param cut why the server ended it, if it did
	 */
	later(cut?: Cut): void {
		this.#over();
		const soon = this.#losses++ === 0 ? FIRST : LATER;
		const { least, most } = cut ? CUT : soon;
		const wait = least + this.#line.random() * (most - least);
		this.#pause = setTimeout(() => this.now(), wait);
	}

	/** The connection stands. */
	stands(): void {
		this.#over();
		this.#losses = 0;
	}

	/** Nothing more is tried until `now` or `later`. */
	stop(): void {
		const { tries } = this;
		this.#over();
		if (tries) this.#line.cut();
	}

	/** An attempt is under way. */
	get tries(): boolean {
		return this.#since !== undefined;
	}

	#over(): void {
		this.#since = undefined;
		clearTimeout(this.#pause);
		clearTimeout(this.#doubt);
	}

	/** An attempt that was begun while nobody could answer hangs on although the server is back. */
	#watch(attempt: number, wait: number): void {
		this.#doubt = setTimeout(() => {
			void this.#line.answers(ASK).then((there) => {
				if (this.#since === undefined || attempt !== this.#attempt) return;
				if (!there) return this.#watch(attempt, ASK);
				this.#since = 0;
				this.now();
			});
		}, wait);
	}
}

/** Whether the server answers at all within so many ms. */
async function answers(ms: number): Promise<boolean> {
	try {
		const signal = AbortSignal.timeout(ms);
		await fetch('/healthz', { signal, cache: 'no-store' });
		return true;
	} catch {
		return false;
	}
}
