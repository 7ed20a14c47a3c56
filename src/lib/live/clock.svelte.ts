import { createSubscriber } from 'svelte/reactivity';
import { left, type Clock } from '../workshop/clock';

/**
 * A clock that ticks once a second while somebody looks at it.
 * `const clock = new Ticking(() => view.clock, () => connection.offset)`; then `clock.left`.
 */
export class Ticking {
	#clock: () => Clock | undefined;
	#offset: () => number;
	#subscribe = createSubscriber((update) => {
		const timer = setInterval(update, 1000);
		return () => clearInterval(timer);
	});

	/**
	 * @param clock the server's value; undefined where no stage is open
	 * @param offset server's clock minus this device's, ms
	 */
	constructor(clock: () => Clock | undefined, offset: () => number) {
		this.#clock = clock;
		this.#offset = offset;
	}

	/** ms left, never below 0; undefined where no stage is open. */
	get left(): number | undefined {
		this.#subscribe();
		const clock = this.#clock();
		return clock && left(clock, Date.now() + this.#offset());
	}
}
