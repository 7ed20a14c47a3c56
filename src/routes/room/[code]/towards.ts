import { m } from '$lib/paraglide/messages';
import type { InjectView } from '$lib/view/parts';

/** @returns whom an inject went to, in words */
export function towards(audience: InjectView['audience']): string {
	switch (audience.to) {
		case 'all':
			return m.case_to_all();
		case 'side':
			return m.case_to_side({ side: audience.side });
		case 'part':
			return m.case_to_part({ part: audience.part });
	}
}
