import type { TypedProblem } from './typed';

/** Why what somebody asked for at the door was not taken. */
export type NotAsked =
	'no-workshop' | 'no-person' | 'not-open' | 'slow-down' | 'too-many' | TypedProblem;
