import { formatList } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { ReportItem } from '$lib/report/lines';
import type { DelegationView } from '$lib/view/parts';
import { groupWord } from './group-words';

/** How a recommendation stands, and who objects where that may be said. */
export function stateWord(
	{ state, line, votes }: ReportItem,
	delegations: readonly DelegationView[]
): string {
	if (state === 'adopted' && line !== null) return m.results_state_line({ number: line });
	if (state === 'adopted') return m.results_state_adopted();
	if (state === 'left-out') return m.results_state_left_out();
	if (state === 'open') return m.results_state_open();
	const by = new Set(votes.objections.map((one) => one.by));
	if (by.has('')) return m.results_state_objected();
	const groups = Object.keys(votes.byDelegation).filter((group) => by.has(group));
	const who = groups.map((group) => groupWord(group, delegations));
	return m.results_state_objected_by({ who: formatList(who, getLocale()) });
}
