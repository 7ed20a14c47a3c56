import { m } from '$lib/paraglide/messages';
import type { Urgency } from '$lib/sheet/layout';

/** How fast a tool is wanted, in words. */
export function urgencyWord(urgency: Urgency): string {
	switch (urgency) {
		case 'hours':
			return m.results_urgency_hours();
		case 'days':
			return m.results_urgency_days();
		case 'routine':
			return m.results_urgency_routine();
	}
}
