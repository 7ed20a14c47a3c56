import { asc, eq, inArray } from 'drizzle-orm';
import { db, type Tx } from './index';
import { apart, joint, jointSource } from './schema/plenary';

export type JointRow = typeof joint.$inferSelect;
export type SourceRow = typeof jointSource.$inferSelect;
export type NewSource = Omit<SourceRow, 'joint'>;

/** Joint recommendations with their sources, as rows: what a step changed, before and after. */
export interface Picture {
	joints: JointRow[];
	sources: SourceRow[];
}

const orderOf = (rows: Picture): Picture => ({
	joints: rows.joints.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
	sources: rows.sources.toSorted((a, b) =>
		`${a.sheet}/${a.recommendation}` < `${b.sheet}/${b.recommendation}` ? -1 : 1
	)
});

/** Some of them, in an order of their own. */
export function picture(tx: Pick<Tx, 'select'>, ids: string[]): Picture {
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
