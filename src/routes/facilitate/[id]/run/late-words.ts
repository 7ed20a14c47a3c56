import { horizonWord } from '$lib/components/horizon-words';
import { useWord } from '$lib/components/use-words';
import { m } from '$lib/paraglide/messages';
import type { Use } from '$lib/scenario/scenario';
import type { Horizon, Urgency } from '$lib/sheet/layout';
import type { LateChange } from '$lib/view/late';
import { urgencyWord } from '$lib/components/urgency-word';

/** @returns what a field of a sheet is called, e.g. `Reason` */
export function fieldWord(kind: LateChange['kind'], field: string): string {
	switch (field) {
		case 'reason':
			return m.run_late_reason();
		case 'safeguards':
			return m.results_safeguards();
		case 'asks':
			return m.results_asks();
		case 'executes':
			return m.results_executes();
		case 'urgency':
			return m.results_urgency();
		case 'use':
			return m.run_late_use();
		case 'rank':
			return m.run_late_rank();
		case 'gone':
			return m.run_late_removed();
		case 'owner':
			return m.results_owner();
		case 'horizon':
			return m.run_late_horizon();
		case 'countries':
			return m.run_late_countries();
		case 'answers':
			return m.results_answers_need();
		case 'need':
			return m.run_late_need();
		case 'role':
			return m.run_late_role();
		case 'institution':
			return m.run_late_institution();
		case 'note':
			return m.run_late_note();
		default:
			return kind === 'answer' ? m.run_late_answer() : kindWord(kind);
	}
}

/** @returns what an entry without a title of its own is called */
export function kindWord(kind: LateChange['kind']): string {
	switch (kind) {
		case 'choice':
			return m.results_choices();
		case 'answer':
			return m.results_answers();
		case 'rec':
			return m.run_late_recommendation();
		case 'contact':
			return m.results_contacts();
		case 'notes':
			return m.run_late_notes();
	}
}

/** @returns what stands in a field, as people read it; '' where it is empty */
export function contentWords(field: string, words: string[]): string {
	const [first] = words;
	if (first === undefined) return '';
	if (field === 'urgency') return urgencyWord(first as Urgency);
	if (field === 'use') return useWord(first as Use);
	if (field === 'horizon') return horizonWord(first as Horizon);
	return words.join(', ');
}
