import { m } from '$lib/paraglide/messages';
import type { PrepareRefusal } from './prepared';

/** What to do about something missing, in the reader's language. */
export function refusal(why: PrepareRefusal): string {
	switch (why) {
		case 'no-scenario':
			return m.prepare_why_no_scenario();
		case 'sealed':
			return m.prepare_why_sealed();
		case 'no-title':
			return m.prepare_why_no_title();
		case 'no-dates':
			return m.prepare_why_no_dates();
		case 'ends-early':
			return m.prepare_why_ends_early();
		case 'no-host':
			return m.prepare_why_no_host();
		case 'twice':
			return m.prepare_why_twice();
		case 'no-exercise':
			return m.prepare_why_no_exercise();
	}
}
