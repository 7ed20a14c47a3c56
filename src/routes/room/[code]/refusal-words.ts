import { m } from '$lib/paraglide/messages';
import type { SheetRefusal } from '$lib/protocol/sheet';

/** @returns why words were not taken in, and whose trouble it is */
export function refusalSentence(why: SheetRefusal): string {
	switch (why) {
		case 'closed':
			return m.room_refused_closed();
		case 'declined':
			return m.room_refused_declined();
		case 'too-large':
		case 'too-far':
			return m.room_refused_large();
		case 'sheet-full':
			return m.room_refused_full();
		case 'no-sheet':
		case 'not-yours':
			return m.room_refused_team();
		case 'malformed':
		case 'unknown-field':
		case 'not-your-client':
		case 'internal':
			return m.room_refused_other();
	}
}
