import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { shortName } from '../../plenary/joint';
import { db, type Tx } from './index';
import { picture, type Picture } from './plenary-rows';
import { apart, joint, jointSource } from './schema/plenary';
import { event } from './schema/workshops';
import { step, type Actor, type Outcome } from './step';

/** Steps that can be taken back. Their data hold what was before and after, or the pairs set apart. */
const CHANGES = ['joint-merged', 'joint-split', 'joint-written', 'joint-apart'];
const UNDONE = 'joint-undone';

/** A step of the plenary that can be taken back now. */
export interface LastChange {
	version: number;
	what: string;
	/** The joint recommendation's short name or text; '' where it is about none. */
	name: string;
	/** Who took it. */
	by: string;
}

/** The newest step of the plenary that was not taken back; undefined: there is none. */
export function lastChange(workshop: string): LastChange | undefined {
	const found = newest(db, workshop);
	if (!found) return undefined;
	const { before, after } = found.data as Partial<Record<'before' | 'after', Picture>>;
	const row = after?.joints[0] ?? before?.joints[0];
	return {
		version: found.version,
		what: found.what,
		name: row ? shortName(row) : '',
		by: found.by
	};
}

function newest(tx: Pick<Tx, 'select'>, workshop: string) {
	const said = tx
		.select({ version: event.version, what: event.what, of: sql<number>`${event.data} ->> 'of'` })
		.from(event)
		.where(and(eq(event.workshop, workshop), inArray(event.what, [...CHANGES, UNDONE])))
		.orderBy(desc(event.version))
		.all();
	const undone = new Set(said.filter(({ what }) => what === UNDONE).map(({ of }) => of));
	const found = said.find(({ what, version }) => what !== UNDONE && !undone.has(version));
	if (!found) return undefined;
	const row = tx
		.select({ data: event.data, by: event.by })
		.from(event)
		.where(and(eq(event.workshop, workshop), eq(event.version, found.version)))
		.get();
	return row && { version: found.version, what: found.what, ...row };
}

/**
 * The joint recommendations of a workshop as they were at an earlier time, from what each step
 * says of before and after.
 * @param until ms since 1970
 */
export function jointRowsAt(workshop: string, until: number): Picture {
	const steps = db
		.select({ version: event.version, what: event.what, data: event.data })
		.from(event)
		.where(
			and(
				eq(event.workshop, workshop),
				lte(event.at, until),
				inArray(event.what, [...CHANGES, UNDONE])
			)
		)
		.orderBy(asc(event.version))
		.all();
	const changes = new Map<number, { before: Picture; after: Picture }>();
	let now: Picture = { joints: [], sources: [] };
	for (const { version, what, data } of steps) {
		const turned = what === UNDONE ? changes.get(Number(data.of)) : undefined;
		const change = turned
			? { before: turned.after, after: turned.before }
			: (data as unknown as { before?: Picture; after?: Picture });
		if (!change.before || !change.after) continue;
		changes.set(version, { before: change.before, after: change.after });
		const gone = new Set([...change.before.joints, ...change.after.joints].map(({ id }) => id));
		now = {
			joints: [...now.joints.filter(({ id }) => !gone.has(id)), ...change.after.joints],
			sources: [...now.sources.filter((one) => !gone.has(one.joint)), ...change.after.sources]
		};
	}
	return { ...now, joints: now.joints.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)) };
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
): Promise<Outcome<null, 'changed-meanwhile'>> {
	return step<null, 'changed-meanwhile'>(workshop, by, UNDONE, at, (tx, refuse) => {
		const found = newest(tx, workshop);
		if (found?.version !== of) return refuse('changed-meanwhile');
		if (found.what === 'joint-apart') {
			for (const { one, other } of found.data.pairs as { one: string; other: string }[])
				tx.delete(apart)
					.where(and(eq(apart.workshop, workshop), eq(apart.one, one), eq(apart.other, other)))
					.run();
			return { value: null, data: { of } };
		}
		const { before, after } = found.data as unknown as { before: Picture; after: Picture };
		const ids = [...new Set([...before.joints, ...after.joints].map(({ id }) => id))];
		if (!isStill(picture(tx, ids), after)) refuse('changed-meanwhile');
		tx.delete(jointSource).where(inArray(jointSource.joint, ids)).run();
		tx.delete(joint).where(inArray(joint.id, ids)).run();
		if (before.joints.length) tx.insert(joint).values(before.joints).run();
		if (before.sources.length) tx.insert(jointSource).values(before.sources).run();
		return { value: null, data: { of } };
	});
}

/** Whether rows are as a step left them; columns that came since are not looked at. */
function isStill(now: Picture, then: Picture): boolean {
	const same = (row: object | undefined, was: object) =>
		!!row && Object.entries(was).every(([key, value]) => isSame(Reflect.get(row, key), value));
	return (['joints', 'sources'] as const).every(
		(kind) =>
			now[kind].length === then[kind].length &&
			then[kind].every((was, at) => same(now[kind][at], was))
	);
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
