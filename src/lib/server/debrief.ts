import type { Verdict } from '../plenary/verdict';
import { debriefed, debriefView, type DebriefView } from '../view/debrief';
import { openings } from '../view/expert';
import type { WorkshopState } from '../workshop/state';
import * as table from './db/debrief';
import type { Actor } from './db/step';
import { sheetValue } from './sheet-value';
import { told } from './told';

const open = told(table.openDebrief);
const give = told(table.giveVerdict);

/** Opens the expert's view of an exercise, or of the whole case, to all. */
export async function openDebrief(state: WorkshopState, by: Actor, exercise: string) {
	if (!openings(state).some((one) => one.exercise === exercise))
		return { ok: false as const, why: 'no-sheets' as const };
	return open(state.id, by, exercise);
}

/** What a person may read of the expert's view now, beside what their team wrote. */
export async function debriefFor(state: WorkshopState, person: string): Promise<DebriefView> {
	const ids = debriefed(state, person).flatMap(({ sheet }) => sheet?.id ?? []);
	const values = await Promise.all(ids.map(async (id) => [id, await sheetValue(id)] as const));
	return debriefView(
		state,
		person,
		new Map(values.flatMap(([id, value]) => (value ? [[id, value] as const] : [])))
	);
}

/** What somebody says for their team of its choices for a need. */
export interface Word {
	need: string;
	is: Verdict;
	reason: string;
	/** Ids of the tools it would choose now; of no meaning where it keeps them. */
	after: string[];
}

/** Keeps what a team says once it has seen the expert's view, with what it had chosen before. */
export async function giveVerdict(
	state: WorkshopState,
	person: string,
	{ need, is, reason, after }: Word
) {
	const { exercises } = await debriefFor(state, person);
	const found = exercises.flatMap(({ needs }) => needs).find(({ id }) => id === need);
	const own = debriefed(state, person).find(({ items }) => items.some(({ id }) => id === need));
	if (!found?.asks || !own?.sheet) return { ok: false as const, why: 'not-open' as const };
	if (is === 'revise' && !reason) return { ok: false as const, why: 'no-reason' as const };
	const before = [...new Set(found.own.map(({ tool }) => tool))];
	const chosen = found.offered.map(({ tool }) => tool).filter((tool) => after.includes(tool));
	return give(state.id, person, {
		...{ sheet: own.sheet.id, need, is, reason, before },
		after: is === 'keep' ? before : chosen
	});
}
