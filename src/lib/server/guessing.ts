import { codes } from './gate';
import { tellAboutAddress } from './telling';

/** How often it is looked at whether somebody guesses codes, ms. */
const LOOK = 2_000;

/**
 * Tells whoever shows codes to others when somebody begins to guess them, and when that is over.
 * @returns what ends it
 */
export function watchGuessing(): () => void {
	let known = false;
	const timer = setInterval(() => {
		const guessed = codes.madeWait(Date.now());
		if (guessed !== known) tellAboutAddress();
		known = guessed;
	}, LOOK);
	return () => clearInterval(timer);
}
