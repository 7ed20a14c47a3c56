/** How often the clock is looked at, ms. */
const LOOK = 2000;
/** A gap between two looks that only sleep explains, ms. */
const ASLEEP = 6000;

/** What a page's life does to its connection. */
export interface Sleep {
	/** Something may have been missed: to be looked after now. */
	woke: () => void;
	/** The device has lost its network. */
	gone: () => void;
	/** The page goes away, perhaps to come back as it is. */
	hides: () => void;
}

/**
 * Says when a page may have missed something: it came into view again, was shown by the back
 * button, the network came back, or the device slept (timers stand still then, and no event tells).
 * @returns ends that
 */
export function watchSleep({ woke, gone, hides }: Sleep): () => void {
	let last = Date.now();
	const clock = setInterval(() => {
		const now = Date.now();
		if (now - last > ASLEEP) woke();
		last = now;
	}, LOOK);
	const inView = () => {
		if (document.visibilityState === 'visible') woke();
	};
	const events = ['online', 'pageshow', 'focus'] as const;
	for (const event of events) window.addEventListener(event, woke);
	window.addEventListener('offline', gone);
	window.addEventListener('pagehide', hides);
	document.addEventListener('visibilitychange', inView);
	return () => {
		clearInterval(clock);
		for (const event of events) window.removeEventListener(event, woke);
		window.removeEventListener('offline', gone);
		window.removeEventListener('pagehide', hides);
		document.removeEventListener('visibilitychange', inView);
	};
}
