import { m } from '$lib/paraglide/messages';
import type { Mark, PreviewBlock } from '$lib/scenario/preview';

/** What kind of block it is, over its title. */
export function kindWord(kind: PreviewBlock['kind']): string {
	switch (kind) {
		case 'situation':
			return m.case_situation();
		case 'exercise':
			return m.scenarios_exercise();
		case 'need':
			return m.scenarios_need();
		case 'question':
			return m.scenarios_question();
		case 'inject':
			return m.common_new();
		case 'handout':
			return m.scenarios_handout();
		case 'expert':
			return m.scenarios_expert();
		case 'answer':
			return m.scenarios_answer();
		case 'facilitator':
			return m.scenarios_facilitator();
		case 'debrief':
			return m.scenarios_debrief();
		case 'not-understood':
			return m.scenarios_not_understood();
	}
}

/** Who sees it, and from when; empty for what everybody sees from the beginning. */
export function markWords(mark: Mark): string {
	switch (mark.state) {
		case 'open':
			return '';
		case 'held':
			return [
				mark.audience.to === 'part'
					? m.run_to_part({ part: mark.audience.part })
					: mark.audience.to === 'side'
						? m.run_to_side({ side: mark.audience.side })
						: m.run_to_all(),
				mark.at === undefined ? '' : m.scenarios_at({ minutes: mark.at }),
				mark.byHand ? m.scenarios_by_hand() : '',
				mark.after === undefined ? '' : m.scenarios_after({ inject: mark.after })
			]
				.filter(Boolean)
				.join(', ');
		case 'sealed':
			switch (mark.why) {
				case 'expert':
				case 'answer':
					return m.scenarios_sealed_commit();
				case 'debrief':
					return m.scenarios_sealed_debrief();
				case 'facilitator':
					return m.scenarios_sealed_facilitator();
				case 'not-understood':
					return m.scenarios_sealed_unread();
			}
	}
}
