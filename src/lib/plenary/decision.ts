/** What a facilitator can decide of a recommendation, with the room. */
export const DECISIONS = ['adopt', 'discuss', 'leave'] as const;

export type Decision = (typeof DECISIONS)[number];

/** What a recommendation is, as results say it. */
export type JointState = 'adopted' | 'open' | 'objected' | 'left-out';

/**
 * How a recommendation stands. One that somebody objects to and that nobody adopted is *objected*;
 * an objection to an adopted one stays recorded with its votes.
 * @param objections how many voters object
 */
export function stateOfItem(decision: Decision | undefined, objections: number): JointState {
	if (decision === 'adopt') return 'adopted';
	if (decision === 'leave') return 'left-out';
	return objections > 0 ? 'objected' : 'open';
}
