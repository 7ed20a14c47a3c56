import { and, eq, sql } from 'drizzle-orm';
import { stage, workshop } from './schema/workshops';
import { roomStep, step, type Actor, type Held, type Outcome } from './step';

type Row = typeof workshop.$inferInsert;

/** The columns a facilitator may change on the Setup page. */
export type Settings = Partial<
	Pick<Row, 'title' | 'place' | 'wifi' | 'fromDate' | 'toDate' | 'namesListed'>
>;

/** What projectors show. */
export type Shown = Partial<Pick<Row, 'projector' | 'projectorProgress'>>;

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

/** Shows something else to the room. */
export async function show(
	id: string,
	by: Actor,
	shown: Shown,
	at: number
): Promise<Outcome<null> | Held> {
	return roomStep(id, by, 'settings-changed', at, (tx) => {
		tx.update(workshop).set(shown).where(eq(workshop.id, id)).run();
		return { value: null, data: shown };
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
