import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { JointWords } from '../../plenary/joint';
import { newId } from '../random';
import { db, type Tx } from './index';
import { apart, joint, jointSource } from './schema/plenary';
import { event } from './schema/workshops';
import { step, type Actor, type Outcome } from './step';

export type JointRow = typeof joint.$inferSelect;
export type SourceRow = typeof jointSource.$inferSelect;
export type NewSource = Omit<SourceRow, 'joint'>;

/** Joint recommendations with their sources, as rows: what a step changed, before and after. */
interface Picture {
	joints: JointRow[];
	sources: SourceRow[];
}

/** Steps that can be taken back. Their data hold what was before and after, or the pairs set apart. */
const CHANGES = ['joint-merged', 'joint-split', 'joint-written', 'joint-apart'];

const orderOf = (rows: Picture): Picture => ({
	joints: rows.joints.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
	sources: rows.sources.toSorted((a, b) =>
		`${a.sheet}/${a.recommendation}` < `${b.sheet}/${b.recommendation}` ? -1 : 1
	)
});

function picture(tx: Pick<Tx, 'select'>, ids: string[]): Picture {
	return orderOf({
		joints: tx.select().from(joint).where(inArray(joint.id, ids)).all(),
		sources: tx.select().from(jointSource).where(inArray(jointSource.joint, ids)).all()
	});
}

/** All of a workshop, the oldest first. */
export function jointRows(workshop: string): Picture {
	return {
		joints: db
			.select()
			.from(joint)
			.where(eq(joint.workshop, workshop))
			.orderBy(asc(joint.at), asc(joint.id))
			.all(),
		sources: db
			.select({ source: jointSource })
			.from(jointSource)
			.innerJoin(joint, eq(joint.id, jointSource.joint))
			.where(eq(joint.workshop, workshop))
			.all()
			.map(({ source }) => source)
	};
}

/** Pairs that somebody said are not the same. */
export function apartRows(workshop: string): { one: string; other: string }[] {
	return db
		.select({ one: apart.one, other: apart.other })
		.from(apart)
		.where(eq(apart.workshop, workshop))
		.all();
}

/** What is merged into what. */
export interface Merge {
	/** The joint recommendation it goes into; null: a new one. */
	into: string | null;
	words: JointWords;
	/** Recommendations that stood alone, in the words they have now. */
	sources: NewSource[];
	/** Other joint ones, whose sources come along. */
	joints: string[];
}

/**
 * Merges. Where somebody else was quicker with any of it, nothing happens.
 * @returns the joint recommendation's id
 */
export async function mergeJoint(
	workshop: string,
	by: Actor,
	{ into, words, sources, joints }: Merge,
	at: number
): Promise<Outcome<string, 'moved-on'>> {
	return step<string, 'moved-on'>(workshop, by, 'joint-merged', at, (tx, refuse) => {
		const id = into ?? newId();
		const old = [...new Set([...(into ? [into] : []), ...joints])];
		const before = picture(tx, old);
		if (
			before.joints.length !== old.length ||
			before.joints.some((one) => one.workshop !== workshop)
		)
			refuse('moved-on');
		if (into) tx.update(joint).set(words).where(eq(joint.id, into)).run();
		else
			tx.insert(joint)
				.values({ id, workshop, at, ...words })
				.run();
		for (const source of sources) {
			const { changes } = tx
				.insert(jointSource)
				.values({ ...source, joint: id })
				.onConflictDoNothing()
				.run();
			if (!changes) refuse('moved-on');
		}
		const others = joints.filter((one) => one !== id);
		tx.update(jointSource).set({ joint: id }).where(inArray(jointSource.joint, others)).run();
		tx.delete(joint).where(inArray(joint.id, others)).run();
		const after = picture(tx, [id]);
		if (after.sources.length === 0) refuse('moved-on');
		return { value: id, data: { joint: id, before, after } };
	});
}

/**
 * Takes sources out of a joint recommendation, which stand alone again; with the last one it goes.
 * @param which `sheet/recommendation` of each
 */
export async function splitJoint(
	workshop: string,
	by: Actor,
	id: string,
	which: string[],
	at: number
): Promise<Outcome<null, 'moved-on'>> {
	return step<null, 'moved-on'>(workshop, by, 'joint-split', at, (tx, refuse) => {
		const before = picture(tx, [id]);
		if (before.joints[0]?.workshop !== workshop) refuse('moved-on');
		const out = before.sources.filter((one) =>
			which.includes(`${one.sheet}/${one.recommendation}`)
		);
		if (out.length !== which.length) refuse('moved-on');
		for (const { sheet, recommendation } of out)
			tx.delete(jointSource)
				.where(and(eq(jointSource.sheet, sheet), eq(jointSource.recommendation, recommendation)))
				.run();
		if (out.length === before.sources.length) tx.delete(joint).where(eq(joint.id, id)).run();
		return { value: null, data: { joint: id, before, after: picture(tx, [id]) } };
	});
}

/** Writes a joint recommendation anew; its sources keep their words. */
export async function writeJoint(
	workshop: string,
	by: Actor,
	id: string,
	words: JointWords,
	at: number
): Promise<Outcome<null, 'moved-on'>> {
	return step<null, 'moved-on'>(workshop, by, 'joint-written', at, (tx, refuse) => {
		const before = picture(tx, [id]);
		const { changes } = tx
			.update(joint)
			.set(words)
			.where(and(eq(joint.id, id), eq(joint.workshop, workshop)))
			.run();
		if (!changes) refuse('moved-on');
		return { value: null, data: { joint: id, before, after: picture(tx, [id]) } };
	});
}

/** Says of recommendations that they are not the same: they are not suggested together again. */
export async function setApart(
	workshop: string,
	by: Actor,
	pairs: { one: string; other: string }[],
	at: number
): Promise<Outcome<null>> {
	return step(workshop, by, 'joint-apart', at, (tx) => {
		for (const pair of pairs)
			tx.insert(apart)
				.values({ workshop, ...pair })
				.onConflictDoNothing()
				.run();
		return { value: null, data: { pairs } };
	});
}

/** A step of the plenary that can be taken back now. */
export interface LastChange {
	version: number;
	what: string;
	/** The joint recommendation's short name or text; '' where it is about none. */
	name: string;
}

/** The newest step of the plenary that was not taken back; undefined: there is none. */
export function lastChange(workshop: string): LastChange | undefined {
	const found = newest(db, workshop);
	if (!found) return undefined;
	const { before, after } = found.data as Partial<Record<'before' | 'after', Picture>>;
	const row = after?.joints[0] ?? before?.joints[0];
	return { version: found.version, what: found.what, name: row?.name || row?.text || '' };
}

function newest(tx: Pick<Tx, 'select'>, workshop: string) {
	const taken = tx
		.select({ data: event.data })
		.from(event)
		.where(and(eq(event.workshop, workshop), eq(event.what, 'joint-undone')))
		.all();
	const undone = new Set(taken.map(({ data }) => data.of));
	return tx
		.select({ version: event.version, what: event.what, data: event.data })
		.from(event)
		.where(and(eq(event.workshop, workshop), inArray(event.what, CHANGES)))
		.orderBy(desc(event.version))
		.all()
		.find(({ version }) => !undone.has(version));
}

/**
 * Takes the newest step of the plenary back; one after the other as far as one likes.
 * @param of its version, as whoever asks saw it
 */
export async function undoChange(
	workshop: string,
	by: Actor,
	of: number,
	at: number
): Promise<Outcome<null, 'moved-on'>> {
	return step<null, 'moved-on'>(workshop, by, 'joint-undone', at, (tx, refuse) => {
		const found = newest(tx, workshop);
		if (found?.version !== of) return refuse('moved-on');
		if (found.what === 'joint-apart') {
			for (const { one, other } of found.data.pairs as { one: string; other: string }[])
				tx.delete(apart)
					.where(and(eq(apart.workshop, workshop), eq(apart.one, one), eq(apart.other, other)))
					.run();
			return { value: null, data: { of } };
		}
		const { before, after } = found.data as unknown as { before: Picture; after: Picture };
		const ids = [...new Set([...before.joints, ...after.joints].map(({ id }) => id))];
		if (JSON.stringify(picture(tx, ids)) !== JSON.stringify(after)) refuse('moved-on');
		tx.delete(jointSource).where(inArray(jointSource.joint, ids)).run();
		tx.delete(joint).where(inArray(joint.id, ids)).run();
		if (before.joints.length) tx.insert(joint).values(before.joints).run();
		if (before.sources.length) tx.insert(jointSource).values(before.sources).run();
		return { value: null, data: { of } };
	});
}
