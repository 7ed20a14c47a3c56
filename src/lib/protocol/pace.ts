/** How fast something may come. */
export interface Limits {
	/** Units a second, for as long as one likes. */
	perSecond: number;
	/** Units that may come at once after a rest. */
	burst: number;
}

/**
 * A token bucket, told by its debt: the generic cell rate algorithm (ITU-T I.371), which keeps one
 * number and needs no timer.
 */
export class Pace {
	#limits: Limits;
	/** When everything so far would have come at the steady pace, ms. */
	#due = -Infinity;

	constructor(limits: Limits) {
		this.#limits = limits;
	}

	/**
	 * Counts something that came.
	 * @param units its weight
	 * @param now ms, of a clock that does not jump
	 * @returns ms that it has to wait; 0 within the limits
	 */
	take(units: number, now: number): number {
		const { perSecond, burst } = this.#limits;
		this.#due = Math.max(this.#due, now) + (units * 1000) / perSecond;
		return Math.max(0, this.#due - now - (burst * 1000) / perSecond);
	}

	/** Counts something only if it is within the limits. @returns whether it was */
	allows(units: number, now: number): boolean {
		const before = this.#due;
		if (this.take(units, now) === 0) return true;
		this.#due = before;
		return false;
	}

	/** Nothing is owed any more: it may be forgotten. */
	isRested(now: number): boolean {
		return this.#due <= now;
	}
}
