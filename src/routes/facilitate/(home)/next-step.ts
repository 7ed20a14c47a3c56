import { m } from '$lib/paraglide/messages';

/** What to do next with a workshop: where, in which words, and the verb on its button. */
export interface NextStep {
	page: 'people' | 'teams' | 'run' | 'report';
	words: string;
	verb: string;
}

/** @param workshop a line of the list */
export function nextStep(workshop: {
	status: 'draft' | 'open' | 'ended';
	people: number;
	teams: number;
	stage: string | null;
}): NextStep {
	if (workshop.status === 'ended')
		return { page: 'report', words: m.workshops_ended(), verb: m.workshops_report() };
	if (workshop.status === 'open')
		return {
			page: 'run',
			words: workshop.stage
				? m.workshops_running({ stage: workshop.stage })
				: m.workshops_joining(),
			verb: m.workshops_cockpit()
		};
	const verb = m.workshops_continue();
	if (workshop.people === 0) return { page: 'people', words: m.workshops_next_people(), verb };
	if (workshop.teams === 0) return { page: 'teams', words: m.workshops_next_teams(), verb };
	return { page: 'run', words: m.workshops_next_open(), verb };
}
