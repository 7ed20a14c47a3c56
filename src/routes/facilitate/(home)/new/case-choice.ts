import { outline, type Outline } from '$lib/scenario/outline';
import type { AgendaLine, Reading } from '$lib/scenario/scenario';

/** A scenario as the Prepare page offers it. */
export interface CaseChoice extends Outline {
	usable: boolean;
	/** Texts that nobody but facilitators will see, which the facilitator confirms. */
	sealed: number;
	list: { id: string; title: string }[];
	agenda: Pick<AgendaLine, 'minutes' | 'title' | 'exercise'>[];
	/** Fewest people: one of each country in a team, and a team for each side. */
	least: number;
}

/** @param reading of the scenarios folder, a broken one too */
export function caseChoice(reading: Reading): CaseChoice {
	const { scenario, problems } = reading;
	return {
		...outline(reading),
		usable: scenario !== undefined,
		sealed: problems.filter(({ level }) => level === 'sealed').length,
		list: scenario?.exercises.map(({ id, title }) => ({ id, title })) ?? [],
		agenda:
			scenario?.agenda.map(({ minutes, title, exercise }) => ({ minutes, title, exercise })) ?? [],
		least: Math.max(2, scenario?.countries.length ?? 0) * Math.max(1, scenario?.sides.length ?? 0)
	};
}
