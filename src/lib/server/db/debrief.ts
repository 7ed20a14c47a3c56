import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Verdict } from '../../plenary/verdict';
import { WHOLE_CASE } from '../../workshop/debrief';
import type { TeamVerdict } from '../../workshop/state';
import { db } from './index';
import { debrief, verdict } from './schema/debrief';
import { sheet } from './schema/sheets';
import { membership } from './schema/teams';
import { event, workshop } from './schema/workshops';
import { roomStep, step, type Actor, type Held, type Outcome } from './step';

/**
 * Opens the expert's view of an exercise to all, once its teams have committed: no sheet of it may
 * be written any more.
 * @param exercise its id, or `WHOLE_CASE` for the debrief of the case, which waits for every sheet
 */
export async function openDebrief(
	id: string,
	by: Actor,
	exercise: string,
	at: number
): Promise<Outcome<null, 'already' | 'no-sheets' | 'sheets-open'> | Held> {
	type Why = 'already' | 'no-sheets' | 'sheets-open';
	return roomStep<null, Why>(id, by, 'debrief-opened', at, (tx, refuse) => {
		const { status } =
			tx.select({ status: workshop.status }).from(workshop).where(eq(workshop.id, id)).get() ?? {};
		const sheets = tx
			.select({ closedAt: sheet.closedAt })
			.from(sheet)
			.where(
				and(
					eq(sheet.workshop, id),
					exercise === WHOLE_CASE ? undefined : eq(sheet.exercise, exercise)
				)
			)
			.all();
		if (!sheets.length) refuse('no-sheets');
		if (status !== 'ended' && sheets.some(({ closedAt }) => closedAt === null))
			refuse('sheets-open');
		const { changes } = tx
			.insert(debrief)
			.values({ workshop: id, exercise, openedAt: at })
			.onConflictDoNothing()
			.run();
		if (!changes) refuse('already');
		return { value: null, data: { exercise } };
	});
}

/** What a team says of its choices for a need. */
export interface Said {
	sheet: string;
	need: string;
	is: Verdict;
	reason: string;
	/** Ids of tools. */
	before: string[];
	after: string[];
}

/** Somebody says it for their team; the last word counts. */
export async function giveVerdict(
	id: string,
	person: string,
	said: Said,
	at: number
): Promise<Outcome<null, 'not-open' | 'not-your-team'>> {
	type Why = 'not-open' | 'not-your-team';
	return step<null, Why>(id, `person:${person}`, 'verdict-given', at, (tx, refuse) => {
		const open = tx
			.select({ team: sheet.team })
			.from(sheet)
			.innerJoin(
				debrief,
				and(eq(debrief.workshop, sheet.workshop), eq(debrief.exercise, sheet.exercise))
			)
			.innerJoin(workshop, and(eq(workshop.id, sheet.workshop), eq(workshop.status, 'open')))
			.where(and(eq(sheet.id, said.sheet), eq(sheet.workshop, id)))
			.get();
		if (!open) return refuse('not-open');
		const mate = tx
			.select({ id: membership.id })
			.from(membership)
			.where(
				and(eq(membership.team, open.team), eq(membership.person, person), isNull(membership.to))
			)
			.get();
		if (!mate) refuse('not-your-team');
		const row = { ...said, person, at };
		tx.insert(verdict)
			.values(row)
			.onConflictDoUpdate({ target: [verdict.sheet, verdict.need], set: row })
			.run();
		return { value: null, data: { ...row } };
	});
}

/** Which exercises' expert's views are open to all, and since when. */
export async function debriefRows(id: string): Promise<{ exercise: string; at: number }[]> {
	return db
		.select({ exercise: debrief.exercise, at: debrief.openedAt })
		.from(debrief)
		.where(eq(debrief.workshop, id))
		.orderBy(asc(debrief.openedAt))
		.all();
}

/** What the teams of a workshop say of their choices. */
export async function verdictRows(id: string): Promise<TeamVerdict[]> {
	return db
		.select({ verdict })
		.from(verdict)
		.innerJoin(sheet, eq(sheet.id, verdict.sheet))
		.where(eq(sheet.workshop, id))
		.orderBy(asc(verdict.at))
		.all()
		.map((row) => row.verdict);
}

/** The same as it was at an earlier time, from what each step says. @param until ms since 1970 */
export async function verdictsAt(id: string, until: number): Promise<TeamVerdict[]> {
	const steps = db
		.select({ data: event.data })
		.from(event)
		.where(and(eq(event.workshop, id), lte(event.at, until), eq(event.what, 'verdict-given')))
		.orderBy(asc(event.version))
		.all();
	const last = new Map<string, TeamVerdict>();
	for (const { data } of steps) {
		const said = data as unknown as TeamVerdict;
		last.set(`${said.sheet} ${said.need}`, said);
	}
	return [...last.values()];
}
