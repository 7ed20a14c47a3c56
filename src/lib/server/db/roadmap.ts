import { and, asc, eq, getTableColumns, inArray, lte, sql } from 'drizzle-orm';
import type { Decision } from '../../plenary/decision';
import { STATUSES, type LineWords, type RoadmapLine } from '../../plenary/roadmap';
import { newId } from '../random';
import { db, type Tx } from './index';
import { decision, roadmapLine } from './schema/roadmap';
import { event } from './schema/workshops';
import { step, type Actor, type Outcome } from './step';

type LineRow = typeof roadmapLine.$inferSelect;

/** What an adopted item brings to its line; the rest is written there. */
export type FirstWords = Partial<LineWords> &
	Omit<LineWords, 'deadline' | 'indicator' | 'resources' | 'status' | 'notes'>;

/**
 * Decides of an item. What is adopted for the first time gets a line at the end of its horizon.
 * @param decided null: not yet, after all
 * @param words of the item now, for its line
 */
export async function decide(
	workshop: string,
	by: Actor,
	item: string,
	decided: Decision | null,
	words: FirstWords,
	at: number
): Promise<Outcome<null, 'already'>> {
	return step<null, 'already'>(workshop, by, 'decided', at, (tx, refuse) => {
		const which = and(eq(decision.workshop, workshop), eq(decision.item, item));
		const before = tx.select({ is: decision.is }).from(decision).where(which).get()?.is ?? null;
		if (before === decided) refuse('already');
		if (decided === null) tx.delete(decision).where(which).run();
		else
			tx.insert(decision)
				.values({ workshop, item, is: decided, at })
				.onConflictDoUpdate({
					target: [decision.workshop, decision.item],
					set: { is: decided, at }
				})
				.run();
		const line = decided === 'adopt' ? newLine(tx, workshop, item, words, at) : undefined;
		return { value: null, data: { item, before, after: decided, ...(line && { line }) } };
	});
}

/**
 * What was adopted and is merged now stays adopted, in the step that merges it: the joint
 * recommendation gets its line, as far as it was written, unless it was decided of itself.
 * @param parts ids of what went into it
 * @returns what the event says of it, as `decide` does
 */
export function adoptMerged(
	tx: Tx,
	workshop: string,
	joint: string,
	parts: readonly string[],
	at: number
) {
	const part = tx
		.select(getTableColumns(roadmapLine))
		.from(roadmapLine)
		.innerJoin(
			decision,
			and(eq(decision.workshop, roadmapLine.workshop), eq(decision.item, roadmapLine.item))
		)
		.where(
			and(
				eq(roadmapLine.workshop, workshop),
				inArray(roadmapLine.item, [...parts]),
				eq(decision.is, 'adopt')
			)
		)
		.orderBy(asc(roadmapLine.position), asc(roadmapLine.id))
		.limit(1)
		.get();
	if (!part) return undefined;
	const { changes } = tx
		.insert(decision)
		.values({ workshop, item: joint, is: 'adopt', at })
		.onConflictDoNothing()
		.run();
	if (!changes) return undefined;
	const line = newLine(tx, workshop, joint, part, at);
	return { item: joint, before: null, after: 'adopt', ...(line && { line }) };
}

function newLine(tx: Tx, workshop: string, item: string, words: FirstWords, at: number) {
	const id = newId();
	return tx
		.insert(roadmapLine)
		.values({
			deadline: '',
			indicator: '',
			resources: '',
			status: STATUSES[0],
			notes: '',
			...words,
			id,
			workshop,
			item,
			position: last(tx, workshop, words.horizon) + 1,
			at
		})
		.onConflictDoNothing()
		.returning()
		.get();
}

function last(tx: Tx, workshop: string, horizon: LineRow['horizon']): number {
	const found = tx
		.select({ most: sql<number>`coalesce(max(${roadmapLine.position}), 0)` })
		.from(roadmapLine)
		.where(and(eq(roadmapLine.workshop, workshop), eq(roadmapLine.horizon, horizon)))
		.get();
	return found?.most ?? 0;
}

/**
 * Writes fields of a line. Two who write different fields do not meet; where somebody wrote the
 * same field meanwhile, nothing happens.
 * @param was the same fields as whoever writes them saw them
 */
export async function writeLine(
	workshop: string,
	by: Actor,
	id: string,
	set: Partial<LineWords>,
	was: Partial<LineWords>,
	at: number
): Promise<Outcome<null, 'changed-meanwhile'>> {
	return step<null, 'changed-meanwhile'>(workshop, by, 'line-written', at, (tx, refuse) => {
		const before = lineRow(tx, workshop, id) ?? refuse('changed-meanwhile');
		for (const [field, value] of Object.entries(was))
			if (JSON.stringify(Reflect.get(before, field)) !== JSON.stringify(value))
				refuse('changed-meanwhile');
		const moved = set.horizon !== undefined && set.horizon !== before.horizon;
		const place = moved ? { position: last(tx, workshop, set.horizon ?? before.horizon) + 1 } : {};
		const after = tx
			.update(roadmapLine)
			.set({ ...set, ...place })
			.where(eq(roadmapLine.id, id))
			.returning()
			.get();
		return { value: null, data: { before: [before], after: [after] } };
	});
}

function lineRow(tx: Tx, workshop: string, id: string): LineRow | undefined {
	return tx
		.select()
		.from(roadmapLine)
		.where(and(eq(roadmapLine.id, id), eq(roadmapLine.workshop, workshop)))
		.get();
}

/**
 * Moves a line before another one of its horizon, or to its end.
 * @param before id of that line; null: the end
 * @param shown ids of the horizon's lines that are adopted, as whoever moves it sees them
 */
export async function moveLine(
	workshop: string,
	by: Actor,
	id: string,
	before: string | null,
	shown: string[],
	at: number
): Promise<Outcome<null, 'changed-meanwhile'>> {
	return step<null, 'changed-meanwhile'>(workshop, by, 'line-moved', at, (tx, refuse) => {
		const line = lineRow(tx, workshop, id) ?? refuse('changed-meanwhile');
		const all = tx
			.select()
			.from(roadmapLine)
			.where(and(eq(roadmapLine.workshop, workshop), eq(roadmapLine.horizon, line.horizon)))
			.orderBy(asc(roadmapLine.position), asc(roadmapLine.id))
			.all();
		const now = all.map((one) => one.id).filter((one) => shown.includes(one));
		if (now.join() !== shown.join()) refuse('changed-meanwhile');
		const rest = all.filter((one) => one.id !== id);
		const place = before === null ? rest.length : rest.findIndex((one) => one.id === before);
		if (place < 0) refuse('changed-meanwhile');
		const after = rest
			.toSpliced(place, 0, line)
			.map((one, position) => ({ ...one, position: position + 1 }));
		for (const { id: which, position } of after)
			tx.update(roadmapLine).set({ position }).where(eq(roadmapLine.id, which)).run();
		return { value: null, data: { before: all, after } };
	});
}

/** What was decided of a workshop's items, and every line there ever was. */
export function decidedRows(workshop: string): {
	decisions: Map<string, Decision>;
	lines: RoadmapLine[];
} {
	const rows = db.select().from(decision).where(eq(decision.workshop, workshop)).all();
	const lines = db
		.select()
		.from(roadmapLine)
		.where(eq(roadmapLine.workshop, workshop))
		.orderBy(asc(roadmapLine.position), asc(roadmapLine.id))
		.all();
	return { decisions: new Map(rows.map(({ item, is }) => [item, is])), lines: lines.map(asLine) };
}

const asLine = ({ workshop: _workshop, at: _at, ...line }: LineRow): RoadmapLine => line;

/** The same as it was at an earlier time, from what each step says. @param until ms since 1970 */
export function decidedAt(workshop: string, until: number): ReturnType<typeof decidedRows> {
	const steps = db
		.select({ data: event.data })
		.from(event)
		.where(
			and(
				eq(event.workshop, workshop),
				lte(event.at, until),
				inArray(event.what, ['decided', 'joint-merged', 'line-written', 'line-moved'])
			)
		)
		.orderBy(asc(event.version))
		.all();
	const decisions = new Map<string, Decision>();
	const lines = new Map<string, RoadmapLine>();
	for (const { data } of steps) {
		// a merge says of itself what it adopted
		const said = (data.adopted ?? data) as {
			item?: string;
			after: Decision | null | LineRow[];
			line?: LineRow;
		};
		if (Array.isArray(said.after)) said.after.forEach((row) => lines.set(row.id, asLine(row)));
		else if (said.item !== undefined) {
			if (said.after === null) decisions.delete(said.item);
			else decisions.set(said.item, said.after);
			if (said.line) lines.set(said.line.id, asLine(said.line));
		}
	}
	return { decisions, lines: [...lines.values()].sort((a, b) => a.position - b.position) };
}
