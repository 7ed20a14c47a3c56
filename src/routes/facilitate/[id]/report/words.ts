import { horizonWord } from '$lib/components/horizon-words';
import { urgencyWord } from '$lib/components/urgency-word';
import { useWord } from '$lib/components/use-words';
import { m } from '$lib/paraglide/messages';
import type { Words } from '$lib/report/markdown';

/** What the Markdown of the results calls things, in the reader's language. */
export function markdownWords(): Words {
	return {
		team: m.people_team(),
		members: m.results_members(),
		choices: m.results_choices(),
		contacts: m.results_contacts(),
		answers: m.results_answers(),
		recommendations: m.results_recommendations(),
		joint: m.results_joint(),
		debrief: {
			title: m.results_debrief(),
			keep: m.results_keeps(),
			revise: m.results_revises(),
			after: m.results_would_choose()
		},
		nothing: m.results_nothing(),
		asks: m.results_asks(),
		executes: m.results_executes(),
		safeguards: m.results_safeguards(),
		urgency: {
			hours: urgencyWord('hours'),
			days: urgencyWord('days'),
			routine: urgencyWord('routine')
		},
		use: { lead: useWord('lead'), both: useWord('both'), evidence: useWord('evidence') },
		horizon: {
			immediate: horizonWord('immediate'),
			short: horizonWord('short'),
			medium: horizonWord('medium'),
			long: horizonWord('long')
		},
		owner: m.results_owner(),
		answersNeed: m.results_answers_need(),
		takenAt: m.results_taken_at()
	};
}
