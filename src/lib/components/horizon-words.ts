import { m } from '$lib/paraglide/messages';
import type { Horizon } from '$lib/sheet/layout';

/** @returns the horizon's name in the reader's language */
export function horizonWord(horizon: Horizon): string {
	switch (horizon) {
		case 'immediate':
			return m.common_horizon_immediate();
		case 'short':
			return m.common_horizon_short();
		case 'medium':
			return m.common_horizon_medium();
		case 'long':
			return m.common_horizon_long();
	}
}

/** @returns how far that is, in plain words */
export function horizonSpan(horizon: Horizon): string {
	switch (horizon) {
		case 'immediate':
			return m.common_span_immediate();
		case 'short':
			return m.common_span_short();
		case 'medium':
			return m.common_span_medium();
		case 'long':
			return m.common_span_long();
	}
}
