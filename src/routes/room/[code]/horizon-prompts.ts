import { m } from '$lib/paraglide/messages';
import type { Horizon } from '$lib/sheet/layout';

/** @returns a question that helps to begin an empty column */
export function horizonPrompt(horizon: Horizon): string {
	switch (horizon) {
		case 'immediate':
			return m.priorities_prompt_immediate();
		case 'short':
			return m.priorities_prompt_short();
		case 'medium':
			return m.priorities_prompt_medium();
		case 'long':
			return m.priorities_prompt_long();
	}
}

/** @returns the line of a menu that moves something there */
export function moveTo(horizon: Horizon): string {
	switch (horizon) {
		case 'immediate':
			return m.priorities_to_immediate();
		case 'short':
			return m.priorities_to_short();
		case 'medium':
			return m.priorities_to_medium();
		case 'long':
			return m.priorities_to_long();
	}
}
