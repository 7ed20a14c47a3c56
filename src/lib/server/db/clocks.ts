import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { LONGEST_SILENCE, type Unseen } from '../../workshop/clock';
import type { Missed } from '../../workshop/state';
import { db, type Tx } from './index';
import { event, stage, workshop } from './schema/workshops';
import { leaveOut, saveSpeaker, speaker } from './speaker';
import { roomStep, step, type Actor, type Held, type Outcome } from './step';

/** Counts what a running clock ran and stops it. */
export function stop(tx: Tx, id: string, at: number): void {
	tx.update(stage)
		.set({ spent: ran(at), runningSince: null })
		.where(and(eq(stage.id, id), isNotNull(stage.runningSince)))
		.run();
}

const ran = (at: number) => sql`${stage.spent} + max(0, ${at} - ${stage.runningSince})`;

/** Starts or pauses the clock of the open stage. */
export async function runClock(
	id: string,
	by: Actor,
	which: string,
	run: boolean,
	at: number
): Promise<Outcome<null, 'already' | 'not-open'> | Held> {
	type Why = 'already' | 'not-open';
	return roomStep<null, Why>(id, by, run ? 'clock-started' : 'clock-paused', at, (tx, refuse) => {
		const open = tx
			.select({ stage: workshop.stage })
			.from(workshop)
			.where(eq(workshop.id, id))
			.get();
		if (open?.stage !== which) refuse('not-open');
		const row = tx.select().from(stage).where(eq(stage.id, which)).get();
		if (!row || (row.runningSince !== null) === run) refuse('already');
		if (run) tx.update(stage).set({ runningSince: at }).where(eq(stage.id, which)).run();
		else stop(tx, which, at);
		return { value: null, data: { stage: which } };
	});
}

/** Gives a stage more time; less with a negative number, never below nothing. */
export async function lengthen(
	id: string,
	by: Actor,
	which: string,
	ms: number,
	at: number
): Promise<Outcome<null, 'no-stage'> | Held> {
	return roomStep<null, 'no-stage'>(id, by, 'clock-lengthened', at, (tx, refuse) => {
		const { changes } = tx
			.update(stage)
			.set({ added: sql`max(${stage.added} + ${ms}, -${stage.planned})` })
			.where(and(eq(stage.id, which), eq(stage.workshop, id)))
			.run();
		if (!changes) refuse('no-stage');
		return { value: null, data: { stage: which, ms } };
	});
}

/** Answers what to do with time that passed unseen: count it or forget it. */
export async function settleGap(
	id: string,
	by: Actor,
	which: string,
	count: boolean,
	at: number
): Promise<Outcome<null, 'already'> | Held> {
	return roomStep<null, 'already'>(
		id,
		by,
		count ? 'gap-counted' : 'gap-forgotten',
		at,
		(tx, refuse) => {
			const row = tx
				.select({ gap: stage.gap })
				.from(stage)
				.where(and(eq(stage.id, which), eq(stage.workshop, id)))
				.get();
			if (!row || (row.gap === 0 && !missedOf(tx, id, which).length)) return refuse('already');
			tx.update(stage)
				.set({ gap: 0, ...(count ? { spent: sql`${stage.spent} + ${stage.gap}` } : {}) })
				.where(eq(stage.id, which))
				.run();
			return { value: null, data: { stage: which } };
		}
	);
}

/**
 * Saves what the running clock of a workshop ran, so that a restart costs seconds. Changes
 * nothing that anybody sees, hence no event and no version.
 */
export async function saveClock(id: string, at: number): Promise<void> {
	db.update(stage)
		.set({ spent: ran(at), runningSince: at })
		.where(and(isOpenIn(id), sql`${stage.runningSince} <= ${at}`))
		.run();
	saveSpeaker(id, at);
}

/** The open stage of a workshop. */
const isOpenIn = (id: string) =>
	sql`${stage.id} = (select ${workshop.stage} from ${workshop} where ${workshop.id} = ${id})`;

/**
 * Keeps time that passed unseen out of a running clock, and notes it for the facilitator.
 * @param at ms since 1970, after it passed
 */
export async function missTime(
	id: string,
	{ slept, shifted }: Unseen,
	at: number
): Promise<Outcome<null, 'not-running'>> {
	return step<null, 'not-running'>(id, 'clock', 'gap-found', at, (tx, refuse) => {
		const row = tx
			.update(stage)
			.set({
				runningSince: sql`min(${at}, ${stage.runningSince} + ${slept + shifted})`,
				gap: sql`${stage.gap} + ${slept + Math.max(0, shifted)}`
			})
			.where(and(isOpenIn(id), isNotNull(stage.runningSince)))
			.returning({ id: stage.id })
			.get();
		const which = row?.id ?? speaker(id)?.stage ?? refuse('not-running');
		leaveOut(tx, id, at, slept + shifted);
		return { value: null, data: { stage: which, slept, shifted } };
	});
}

/**
 * Goes on with a clock that ran when the program ended. A long time without the program is not
 * counted.
 */
export async function resumeClock(
	id: string,
	at: number
): Promise<Outcome<null, 'not-running'> | undefined> {
	const row = db
		.select({ id: stage.id, runningSince: stage.runningSince })
		.from(stage)
		.where(and(isOpenIn(id), isNotNull(stage.runningSince)))
		.get();
	const speaks = speaker(id);
	const off = at - (row?.runningSince ?? speaks?.since ?? at);
	if (off >= 0 && off <= LONGEST_SILENCE) return undefined;
	return step<null, 'not-running'>(id, 'clock', 'gap-found', at, (tx, refuse) => {
		const { changes } = tx
			.update(stage)
			.set({ runningSince: at, gap: sql`${stage.gap} + ${Math.max(0, off)}` })
			.where(and(eq(stage.id, row?.id ?? ''), eq(stage.runningSince, at - off)))
			.run();
		if (!changes && !speaks) refuse('not-running');
		leaveOut(tx, id, at);
		return {
			value: null,
			data: {
				stage: row?.id ?? speaks?.stage,
				off: Math.max(0, off),
				shifted: Math.min(0, off)
			}
		};
	});
}

const FOUND = 'gap-found';
const ABOUT_GAPS = [FOUND, 'gap-counted', 'gap-forgotten'];

/** What passed unseen in a stage since the facilitator was last asked about it, the oldest first. */
export function missedOf(on: Pick<Tx, 'select'>, id: string, which: string): Missed[] {
	const rows = on
		.select({ at: event.at, what: event.what, data: event.data })
		.from(event)
		.where(and(eq(event.workshop, id), inArray(event.what, ABOUT_GAPS)))
		.orderBy(desc(event.version))
		.limit(20)
		.all()
		.filter(({ data }) => data.stage === which);
	const answered = rows.findIndex(({ what }) => what !== FOUND);
	return rows
		.slice(0, answered < 0 ? undefined : answered)
		.reverse()
		.flatMap(({ at, data }) => {
			const ms = (name: string) => Number(data[name] ?? 0);
			const all: Missed[] = [
				{ what: 'slept', at, ms: ms('slept') },
				{ what: 'off', at, ms: ms('off') },
				{ what: ms('shifted') > 0 ? 'forward' : 'back', at, ms: Math.abs(ms('shifted')) }
			];
			return all.filter((one) => one.ms > LONGEST_SILENCE);
		});
}
