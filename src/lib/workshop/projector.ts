/** What projectors can show. */
export const PROJECTIONS = [
	'lobby',
	'teams',
	'running',
	'presentation',
	'board',
	'vote',
	'roadmap',
	'black'
] as const;

export type Projection = (typeof PROJECTIONS)[number];
