import { m } from '$lib/paraglide/messages';
import type { CockpitView } from '$lib/view/cockpit';

/** What another facilitator did last, in words. */
export function actedWords({ by: name, what, title }: NonNullable<CockpitView['acted']>): string {
	switch (what) {
		case 'clock-lengthened':
			return m.acted_clock_lengthened({ name });
		case 'clock-paused':
			return m.acted_clock_paused({ name });
		case 'clock-started':
			return m.acted_clock_started({ name });
		case 'co-facilitator-came':
			return m.acted_came({ name });
		case 'controls-taken':
			return m.acted_controls({ name });
		case 'inject-released':
			return m.acted_inject({ name, title });
		case 'late-accepted':
			return m.acted_late_accepted({ name });
		case 'late-declined':
			return m.acted_late_declined({ name });
		case 'settings-changed':
			return m.acted_projector({ name });
		case 'stage-opened':
			return m.acted_stage({ name, title });
		case 'teams-announced':
			return m.acted_teams({ name });
		case 'vote-closed':
			return m.acted_vote_closed({ name });
		case 'vote-opened':
			return m.acted_vote_opened({ name });
		case 'vote-reopened':
			return m.acted_vote_reopened({ name });
		case 'workshop-ended':
			return m.acted_ended({ name });
		case 'workshop-opened':
			return m.acted_opened({ name });
	}
}
