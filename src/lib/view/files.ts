import { filesShown } from '../scenario/render';
import type { WorkshopState } from '../workshop/state';
import { exerciseOf, wasOpened } from '../workshop/stage';
import { openedAt, WHOLE_CASE } from '../workshop/debrief';
import { debriefed } from './debrief';
import { expertTexts } from './expert';
import { markdownOf, seenBy } from './seen';

/**
 * Whether a person may fetch a file of the scenario: only when a text they may see shows it.
 * @param path inside the scenario's folder
 */
export function mayFetch(state: WorkshopState, person: string, path: string): boolean {
	const seen = seenBy(state, person);
	const instructions = state.scenario.exercises
		.filter((exercise) => wasOpened(state, exercise.id))
		.map((exercise) => exercise.text);
	const texts = [
		...(seen.situation ? [seen.situation] : []),
		...(exerciseOf(state, seen.stage) ? instructions : []),
		...seen.items.map((item) => item.text),
		...seen.injects.map(({ inject }) => inject.text),
		...seen.handouts.map((handout) => handout.text),
		...debriefed(state, person).flatMap(({ exercise, items }) => [
			exercise.expert,
			...items.flatMap(expertTexts)
		]),
		...(openedAt(state, WHOLE_CASE) === undefined ? [] : [state.scenario.debrief])
	];
	return texts.some((text) => filesShown(markdownOf(text)).includes(path));
}

/** Whether a projector may fetch a file: only when the newest inject for all shows it. */
export function screenMayFetch(news: string | undefined, path: string): boolean {
	return news !== undefined && filesShown(news).includes(path);
}
