import type { IconName } from '$lib/components/icons';
import { m } from '$lib/paraglide/messages';
import type { Outline } from '$lib/scenario/outline';

/** How a scenario stands, as shape and words. */
export interface ScenarioState {
	kind: 'ready' | 'advice' | 'sealed' | 'unusable';
	icon: IconName;
	words: string;
}

/** @param outline of the scenario */
export function stateOf({ worst, problems }: Pick<Outline, 'worst' | 'problems'>): ScenarioState {
	switch (worst) {
		case undefined:
			return { kind: 'ready', icon: 'check', words: m.scenarios_ready() };
		case 'advice':
			return { kind: 'advice', icon: 'info', words: m.scenarios_advice({ count: problems }) };
		case 'sealed':
			return {
				kind: 'sealed',
				icon: 'sealed',
				words: m.scenarios_with_sealed({ count: problems })
			};
		case 'unusable':
			return { kind: 'unusable', icon: 'close', words: m.prepare_problems({ count: problems }) };
	}
}
