import { readFileSync } from 'node:fs';

/** What decides who may see which text of the canary scenario. */
export interface Onlooker {
	parts?: string[];
	side?: string | null;
	/** A projector: it shows headlines, no questions and no handouts. */
	projector?: boolean;
	/** The inject to all has been released. */
	released: boolean;
}

const file = 'tests/fixtures/scenarios/canary/canaries.json';

/** Every hidden word. */
export const CANARIES = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object).filter(
	(word) => word.startsWith('CANARY')
);

/**
 * Those that somebody may have received while nothing but the inject `hand` was released: what is
 * sealed is for nobody, whatever else they are.
 */
export function maySee({ parts = [], side, projector, released }: Onlooker): string[] {
	const starts = [
		...(released ? ['INJECT-HAND', 'FILE-INJECT'] : []),
		...(released && !projector ? ['QUESTION-AFTER', 'Q-AFTER', 'OPTION-AFTER'] : []),
		...(parts.includes('defence') ? ['HANDOUT-DEFENCE'] : []),
		...(side === 'requested' ? ['HANDOUT-REQUESTED'] : [])
	];
	return CANARIES.filter((word) => starts.some((start) => word.startsWith(`CANARY-${start}`)));
}
