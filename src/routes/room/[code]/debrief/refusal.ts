import { m } from '$lib/paraglide/messages';

/** Why a team's word was not taken, and what to do. */
export function refusal(why: string | undefined): string {
	switch (why) {
		case 'no-choice':
			return m.debrief_why_no_choice();
		case 'no-reason':
			return m.debrief_why_no_reason();
		default:
			return m.debrief_why_not_open();
	}
}
