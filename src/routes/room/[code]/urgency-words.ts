import { m } from '$lib/paraglide/messages';
import type { Urgency } from '$lib/sheet/layout';

/** @returns one word, for the choice */
export function urgencyWord(urgency: Urgency): string {
	switch (urgency) {
		case 'hours':
			return m.case_urgency_hours();
		case 'days':
			return m.case_urgency_days();
		case 'routine':
			return m.case_urgency_routine();
	}
}

/** @returns the same at the end of a line, e.g. `within hours` */
export function urgencyLine(urgency: Urgency): string {
	switch (urgency) {
		case 'hours':
			return m.case_within_hours();
		case 'days':
			return m.case_within_days();
		case 'routine':
			return m.case_as_routine();
	}
}
