import type { Crew } from './crew';
import { pause } from './patience';
import { finish, writeTogether } from './team-work';

/** How often somebody looks whether an exercise was opened or closed, ms. */
const LOOK = 250;

/**
 * Works in a workshop that somebody else runs: writes while an exercise is open, until the time
 * of writing is spent or the workshop has ended.
 * @param ms of writing, over all exercises together
 */
export async function joinIn(
	crew: Crew,
	{
		ms,
		seed,
		over,
		say
	}: { ms: number; seed: number; over: () => boolean; say: (line: string) => void }
): Promise<void> {
	const chances = crew.chances(seed);
	const isOpen = () => crew.people.some((person) => person.desk?.link.may === 'write');
	const isEnded = () => crew.people[0]?.view.workshop?.status === 'ended';
	let left = ms;
	if (!isOpen()) say('Waiting for the facilitator to open an exercise …');
	while (left > 0 && !over() && !isEnded()) {
		if (!isOpen()) {
			await pause(LOOK);
			continue;
		}
		const began = performance.now();
		const closed = () => over() || !isOpen();
		await writeTogether(crew, { until: began + left, chances, over: closed });
		left -= performance.now() - began;
	}
	if (isOpen() && !over()) await finish(crew, { chances });
}
