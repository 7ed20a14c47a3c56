import { and, eq, isNotNull, lte, sql } from 'drizzle-orm';
import { db, type Tx } from './index';
import { turn } from './schema/debrief';
import { stage, workshop } from './schema/workshops';

/**
 * The clock of the team that presents, where it runs beside the clock of the stage. Time that passed
 * unseen is left out of it, and nobody is asked: a speaker is given another minute by hand.
 */
const speaks = (id: string) =>
	and(
		isNotNull(turn.runningSince),
		sql`${turn.stage} = (select ${workshop.stage} from ${workshop} where ${workshop.id} = ${id})`
	);

/** The stage in which somebody speaks and since when their clock has run, ms since 1970. */
export function speaker(id: string): { stage: string; since: number } | undefined {
	const row = db
		.select({ stage: turn.stage, since: turn.runningSince })
		.from(turn)
		.where(speaks(id))
		.get();
	return row && { stage: row.stage, since: row.since ?? 0 };
}

/** Saves what the clock ran, so that a restart costs seconds. */
export function saveSpeaker(id: string, at: number): void {
	db.update(turn)
		.set({ spent: sql`${turn.spent} + ${at} - ${turn.runningSince}`, runningSince: at })
		.where(and(speaks(id), lte(turn.runningSince, at)))
		.run();
}

/**
 * Leaves time out of the clock.
 * @param ms so much of what passed; without it, all since the clock was saved
 */
export function leaveOut(tx: Tx, id: string, at: number, ms?: number): void {
	const since = ms === undefined ? at : sql`min(${at}, ${turn.runningSince} + ${ms})`;
	tx.update(turn).set({ runningSince: since }).where(speaks(id)).run();
}

/** In a `where` of stages: somebody speaks in it. */
export const isSpokenIn = sql`exists (select 1 from ${turn} where ${and(eq(turn.stage, stage.id), isNotNull(turn.runningSince))})`;
