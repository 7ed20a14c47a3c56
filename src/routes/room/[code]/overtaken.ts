import { horizonWord } from '$lib/components/horizon-words';
import { useWord } from '$lib/components/use-words';
import { m } from '$lib/paraglide/messages';
import type { Use } from '$lib/scenario/scenario';
import type { Value } from '$lib/sheet/edit';
import type { Horizon, Urgency } from '$lib/sheet/layout';
import { itemAt } from './entries';
import type { Room } from './room.svelte';
import { urgencyWord } from './urgency-words';

/** A value chosen here that gave way to a team-mate's, and the sentence that says so. */
export interface Told {
	/** `entry|field` */
	key: string;
	entry: string;
	field: string;
	value: Value;
	sentence: string;
}

/** The fields of which this is told, as the page calls them. */
const LABELS: Record<string, () => string> = {
	asks: m.case_who_asks,
	executes: m.case_who_executes,
	urgency: m.case_how_urgent,
	use: m.case_use_as,
	value: m.case_your_answer,
	horizon: m.priorities_when,
	countries: m.priorities_countries,
	answers: m.priorities_which_item
};

/** @param at the beginning of `entry|field`: one field, or an entry with all of its own */
export function overtaken(room: Room, at = ''): Told[] {
	const found: Told[] = [];
	for (const [key, value] of room.sheet?.overtaken ?? []) {
		const [entry = '', field = ''] = key.split('|');
		const label = LABELS[field]?.();
		if (!label || !room.writable || !key.startsWith(at)) continue;
		const words = [value ?? []].flat().map((one) => word(room, key, field, one));
		const said = room.list(words) || m.common_state_empty();
		const sentence = m.case_overtaken({ field: label, value: said });
		found.push({ key, entry, field, value, sentence });
	}
	return found;
}

/** What stands for a value on the page. */
function word(room: Room, key: string, field: string, value: string): string {
	switch (field) {
		case 'urgency':
			return urgencyWord(value as Urgency);
		case 'use':
			return useWord(value as Use);
		case 'horizon':
			return horizonWord(value as Horizon);
		case 'countries':
			return room.country(value);
		case 'answers':
			return (
				[...room.entries, ...room.view.earlier].find((one) => one.id === value)?.short ?? value
			);
		case 'value': {
			const question = room.entries.find((one) => one.id === itemAt(key, []))?.question;
			return question?.options.find((one) => one.id === value)?.text ?? value;
		}
		default:
			return value;
	}
}
