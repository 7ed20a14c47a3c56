import { dueNow } from '../workshop/injects';
import { saveClock } from './db/clocks';
import { running } from './db/workshops';
import { isDiskFault } from './disk';
import { log } from './log';
import { stateOf } from './state';
import { noticeTime } from './time';
import { releaseInject } from './workshops';

/** How often running clocks are saved and due injects looked for, in ms. */
const TICK = 5_000;

/** How often is looked whether time passed unseen, in ms. */
const LOOK = 1_000;

/**
 * Lets the clocks cause what they cause: their time is counted and saved, injects that are due
 * are released, each once.
 * @returns what stops it
 */
export function startTicking(): () => void {
	const look = every(LOOK, noticeTime);
	const tick = every(TICK, tickAll);
	return () => {
		clearInterval(look);
		clearInterval(tick);
	};
}

/** What fails, with a full disk, is tried again the next time. */
function every(ms: number, work: () => Promise<void>): NodeJS.Timeout {
	return setInterval(
		() => void work().catch((error) => isDiskFault(error) || log.error(error)),
		ms
	);
}

async function tickAll(): Promise<void> {
	await noticeTime();
	for (const id of await running()) {
		await saveClock(id, Date.now());
		const state = await stateOf(id);
		if (!state) continue;
		for (const { inject, teams } of dueNow(state, Date.now()))
			await releaseInject(id, 'clock', inject, teams);
	}
}
