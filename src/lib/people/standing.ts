import { plain } from './plain';
import type { Entry } from './person';

const MEMBERS =
	'member participant delegate mshiriki mjumbe mwanachama xubin kaqeybgale membre عضو مشارك'.split(
		' '
	);
const OBSERVERS =
	'observer mwangalizi mtazamaji goobjooge kormeere observateur observatrice مراقب'.split(' ');

/**
 * The standing a word means, in English, Swahili, Somali, French or Arabic.
 * @returns `member` where nothing is said; undefined for a word that means neither
 */
export function readStanding(word: string): Entry['standing'] | undefined {
	const text = plain(word);
	if (text === '' || MEMBERS.includes(text)) return 'member';
	return OBSERVERS.includes(text) ? 'observer' : undefined;
}
