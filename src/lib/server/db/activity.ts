import { eq, sql } from 'drizzle-orm';
import { db } from './index';
import { sheet } from './schema/sheets';
import { stage, workshop } from './schema/workshops';
import { step } from './step';

/** Workshops that people may join, and whether their clock runs. */
export function openWorkshops(): { id: string; runs: boolean }[] {
	return db
		.select({ id: workshop.id, runs: sql<number>`${stage.runningSince} is not null` })
		.from(workshop)
		.leftJoin(stage, eq(stage.id, workshop.stage))
		.where(eq(workshop.status, 'open'))
		.all()
		.map(({ id, runs }) => ({ id, runs: runs === 1 }));
}

/** How many sheets there are: what a browser holds of one that a copy lacks, it cannot bring back. */
export function sheetCount(): number {
	return (
		db
			.select({ n: sql<number>`count(*)` })
			.from(sheet)
			.get()?.n ?? 0
	);
}

/**
 * How far a workshop's version leaps when it goes on from something older: further than any page's
 * version can be from that, or the page would take what it is told for something late.
 */
export const LEAP = 1_000_000;

/**
 * This server began again from a copy: versions leap, and the log says from what.
 * @param copy its name
 * @param at ms since 1970
 */
export function noteRestored(copy: string, at: number): void {
	for (const { id } of db.select({ id: workshop.id }).from(workshop).all())
		step(id, 'server', 'restored', at, (tx) => {
			tx.update(workshop)
				.set({ version: sql`${workshop.version} + ${LEAP}` })
				.where(eq(workshop.id, id))
				.run();
			return { value: null, data: { copy } };
		});
}
