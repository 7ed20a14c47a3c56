import { reveal } from '../scenario/reveal';
import type { Handout, Inject, Need, Question } from '../scenario/scenario';
import type { Held, Open, Sealed } from '../scenario/text';
import { concernsPerson } from '../workshop/audience';
import { isPast } from '../workshop/injects';
import { exerciseOf, openStage, teamOf, wasOpened } from '../workshop/stage';
import type { Stage, Team, WorkshopState } from '../workshop/state';

/** What one person may see of the case now. Everything else stays where it is. */
export interface Seen {
	/** Undefined until the first stage is opened. */
	situation: Open | undefined;
	/** The exercise's stage; the open one, or the last that was open. */
	stage: Stage | undefined;
	items: (Need | Question)[];
	/** Of exercises that were opened before. */
	earlier: (Need | Question)[];
	/** Newest first. */
	injects: { inject: Inject; at: number }[];
	handouts: Handout[];
}

/**
 * Decides what a person may see. A person without a team sees what is for all and waits for
 * nothing.
 * @param person id of somebody in the workshop
 */
export function seenBy(state: WorkshopState, person: string): Seen {
	const team = teamOf(state, person);
	const stage = exerciseStage(state);
	const exercise = exerciseOf(state, stage);
	const mine = (one: Pick<Handout, 'audience' | 'after'>) => concerns(state, team, person, one);
	const opened = state.scenario.exercises.filter((one) => wasOpened(state, one.id));
	return {
		situation: state.stages.some((one) => one.openedAt !== null)
			? state.scenario.situation
			: undefined,
		stage,
		items: exercise?.items.filter(mine) ?? [],
		earlier: opened
			.filter((one) => one.id !== exercise?.id)
			.flatMap((one) => one.items)
			.filter(mine),
		injects: opened
			.flatMap((one) => one.injects)
			.flatMap((inject) => released(state, team, person, inject))
			.sort((a, b) => b.at - a.at),
		handouts: opened.flatMap((one) => one.handouts).filter(mine)
	};
}

/** The stage whose exercise participants have before them: the open one, else the last one opened. */
export function exerciseStage(state: WorkshopState): Stage | undefined {
	const open = openStage(state);
	if (open?.exercise) return open;
	const at = state.stages.findIndex((stage) => stage.id === state.openStage);
	return state.stages
		.slice(0, at + 1)
		.filter((stage) => stage.exercise !== null && stage.openedAt !== null)
		.at(-1);
}

/** Whether a need, question or handout is for this person now. */
export function concerns(
	state: WorkshopState,
	team: Team | undefined,
	person: string,
	{ audience, after }: Pick<Handout, 'audience' | 'after'>
): boolean {
	if (!team) return audience.to === 'all' && after === undefined;
	return concernsPerson(audience, team, person) && isPast(state, after, team.id);
}

function released(
	state: WorkshopState,
	team: Team | undefined,
	person: string,
	inject: Inject
): { inject: Inject; at: number }[] {
	if (!team) {
		// An observer sees what went to all, once it has gone out.
		const out = state.releases.find((one) => one.inject === inject.id);
		return out && inject.audience.to === 'all' ? [{ inject, at: out.at }] : [];
	}
	const out = state.releases.find((one) => one.inject === inject.id && one.team === team.id);
	return out && concernsPerson(inject.audience, team, person) ? [{ inject, at: out.at }] : [];
}

/** The Markdown of a text that the caller has found may be shown. */
export function markdownOf(text: Open | Held | Sealed): string {
	return 'open' in text ? text.open : reveal(text);
}
