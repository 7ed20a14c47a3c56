import { formatClock } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import type { Audience } from '$lib/scenario/scenario';

/** Whom an inject is for, as after a comma: "to all". */
export function toWhom(audience: Audience): string {
	switch (audience.to) {
		case 'all':
			return m.run_to_all();
		case 'part':
			return m.run_to_part({ part: audience.part });
		case 'side':
			return m.run_to_side({ side: audience.side });
	}
}

/**
 * When it comes.
 * @param dueIn ms of the exercise's clock; null: by hand
 */
export function whenDue(dueIn: number | null, audience: Audience): string {
	const whom = toWhom(audience);
	if (dueIn === null) return m.run_by_hand({ whom });
	return dueIn > 0 ? m.run_by_clock({ time: formatClock(dueIn), whom }) : m.run_due({ whom });
}
