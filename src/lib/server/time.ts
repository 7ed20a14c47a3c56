import { uptime } from 'node:os';
import { unseen, type Moment, type Unseen } from '../workshop/clock';
import { missTime, resumeClock } from './db/clocks';
import type { Outcome } from './db/step';
import { running } from './db/workshops';
import { announce } from './facts';
import { log } from './log';

const look = (): Moment => ({ wall: Date.now(), run: performance.now(), up: uptime() * 1000 });

/** The last look; none before the first. */
let before: Moment | undefined;

/** What each running workshop's clock is still to be told: the disk may have been full. */
const owed = new Map<string, Unseen>();

let looking: Promise<void> = Promise.resolve();

/**
 * Looks whether time passed that nobody saw: the computer slept, its clock was changed, or the
 * program was off. Running clocks do not count it. To be called every second, and before a step
 * that stops a clock. One look waits for the one before: what that found is then kept.
 */
export function noticeTime(): Promise<void> {
	const found = looking.then(notice);
	looking = found.catch(() => undefined);
	return found;
}

async function notice(): Promise<void> {
	const now = look();
	if (!before) {
		for (const id of await running()) tellOf(await resumeClock(id, now.wall));
		before = now;
	}
	const { slept, shifted } = unseen(before, now);
	before = now;
	if (slept || shifted) {
		log.warn({ slept, shifted }, 'time passed unseen');
		for (const id of await running()) {
			const known = owed.get(id) ?? { slept: 0, shifted: 0 };
			owed.set(id, { slept: known.slept + slept, shifted: known.shifted + shifted });
		}
	}
	for (const [id, missed] of owed) {
		tellOf(await missTime(id, missed, now.wall));
		owed.delete(id);
	}
}

function tellOf(outcome: Outcome<unknown, string> | undefined): void {
	if (outcome?.ok)
		announce({ kind: 'workshop', workshop: outcome.workshop, version: outcome.version });
}
