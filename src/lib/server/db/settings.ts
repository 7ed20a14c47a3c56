import { and, eq, sql } from 'drizzle-orm';
import { stage, workshop } from './schema/workshops';
import { step, type Actor, type Outcome } from './step';

/** The columns a facilitator may change on the Setup and Run pages. */
export type Settings = Partial<
	Pick<
		typeof workshop.$inferInsert,
		| 'title'
		| 'place'
		| 'wifi'
		| 'fromDate'
		| 'toDate'
		| 'namesListed'
		| 'projector'
		| 'projectorProgress'
	>
>;

/** Changes a workshop's particulars. */
export async function setSettings(
	id: string,
	by: Actor,
	settings: Settings,
	at: number
): Promise<Outcome<null>> {
	return step(id, by, 'settings-changed', at, (tx) => {
		tx.update(workshop).set(settings).where(eq(workshop.id, id)).run();
		return { value: null, data: settings };
	});
}

/** Lets people join (`open`), or ends the workshop. */
export async function setStatus(
	id: string,
	by: Actor,
	status: 'open' | 'ended',
	at: number
): Promise<Outcome<null, 'already'>> {
	return step<null, 'already'>(
		id,
		by,
		`workshop-${status === 'open' ? 'opened' : 'ended'}`,
		at,
		(tx, refuse) => {
			const { changes } = tx
				.update(workshop)
				.set({ status })
				.where(and(eq(workshop.id, id), sql`${workshop.status} <> ${status}`))
				.run();
			if (!changes) refuse('already');
			return { value: null };
		}
	);
}

/** Changes titles and planned minutes of the agenda, and leaves out stages that were never opened. */
export async function setAgenda(
	id: string,
	by: Actor,
	lines: { id: string; title: string; minutes: number; keep: boolean }[],
	at: number
): Promise<Outcome<null>> {
	return step(id, by, 'agenda-changed', at, (tx) => {
		for (const line of lines) {
			const which = and(eq(stage.id, line.id), eq(stage.workshop, id));
			if (line.keep)
				tx.update(stage)
					.set({ title: line.title, planned: line.minutes * 60_000 })
					.where(which)
					.run();
			else
				tx.delete(stage)
					.where(and(which, sql`${stage.openedAt} is null`))
					.run();
		}
		return { value: null, data: { lines } };
	});
}
