import { and, eq, isNull, sql } from 'drizzle-orm';
import { newId } from '../random';
import { stop } from './clocks';
import type { Tx } from './index';
import { sheet } from './schema/sheets';
import { done, team } from './schema/teams';
import { release, stage, workshop } from './schema/workshops';
import { roomStep, step, type Actor, type Held, type Outcome } from './step';
import { endTurns } from './turns';

/** Projectors follow the room to the clock, unless the facilitator has made them black. */
const following = sql`case when ${workshop.projector} = 'black' then 'black' else 'running' end`;

/** Closes the sheets of a stage's exercise. */
function closeSheets(tx: Tx, workshopId: string, exercise: string | null, at: number): void {
	if (!exercise) return;
	tx.update(sheet)
		.set({ closedAt: at })
		.where(
			and(eq(sheet.workshop, workshopId), eq(sheet.exercise, exercise), isNull(sheet.closedAt))
		)
		.run();
}

/** Gives every team of the division a sheet for an exercise, or opens it again. */
function openSheets(tx: Tx, workshopId: string, division: string, exercise: string): void {
	const teams = tx.select({ id: team.id }).from(team).where(eq(team.division, division)).all();
	for (const { id } of teams)
		tx.insert(sheet)
			.values({ id: newId(), workshop: workshopId, team: id, exercise })
			.onConflictDoUpdate({ target: [sheet.team, sheet.exercise], set: { closedAt: null } })
			.run();
}

/**
 * Opens a stage and closes the one that was open: its clock stops, its sheets close, whoever presents has ended. An exercise
 * gets its sheets. Opening an earlier stage goes on with the time it had left.
 * @param expected the stage the facilitator saw open; another one means somebody was quicker
 * @param division whose teams work the exercise; without one an exercise cannot be opened
 */
export async function openStage(
	id: string,
	by: Actor,
	which: string,
	expected: string | null,
	division: string | null,
	at: number
): Promise<Outcome<null, 'no-stage' | 'no-teams' | 'moved-on'> | Held> {
	type Why = 'no-stage' | 'no-teams' | 'moved-on';
	return roomStep<null, Why>(id, by, 'stage-opened', at, (tx, refuse) => {
		const next = tx
			.select()
			.from(stage)
			.where(and(eq(stage.id, which), eq(stage.workshop, id)))
			.get();
		if (!next) return refuse('no-stage');
		if (next.exercise && !division) refuse('no-teams');
		const { changes } = tx
			.update(workshop)
			.set({ stage: which, status: 'open', projector: following })
			.where(and(eq(workshop.id, id), sql`${workshop.stage} is ${expected}`))
			.run();
		if (!changes) refuse('moved-on');
		const before = expected
			? tx.select().from(stage).where(eq(stage.id, expected)).get()
			: undefined;
		if (before) {
			stop(tx, before.id, at);
			endTurns(tx, before.id, at);
			tx.update(stage).set({ closedAt: at }).where(eq(stage.id, before.id)).run();
			closeSheets(tx, id, before.exercise, at);
		}
		tx.update(stage)
			.set({ openedAt: sql`coalesce(${stage.openedAt}, ${at})`, closedAt: null })
			.where(eq(stage.id, which))
			.run();
		if (next.exercise && division) openSheets(tx, id, division, next.exercise);
		return { value: null, data: { stage: which, title: next.title } };
	});
}

/**
 * Releases an inject to teams. Each team gets it once: a team that has it is passed over.
 * @returns the teams that got it now
 */
export async function releaseInject(
	id: string,
	by: Actor,
	inject: string,
	teams: string[],
	at: number
): Promise<Outcome<string[], 'already'> | Held> {
	return roomStep<string[], 'already'>(id, by, 'inject-released', at, (tx, refuse) => {
		const fresh = teams.filter(
			(one) =>
				tx
					.insert(release)
					.values({ workshop: id, inject, team: one, at })
					.onConflictDoNothing()
					.run().changes > 0
		);
		if (!fresh.length) refuse('already');
		return { value: fresh, data: { inject, teams: fresh } };
	});
}

/** "We are done", or not after all. */
export async function setDone(
	id: string,
	by: Actor,
	teamId: string,
	stageId: string,
	person: string,
	is: boolean,
	at: number
): Promise<Outcome<null, 'already'>> {
	return step<null, 'already'>(id, by, is ? 'team-done' : 'team-not-done', at, (tx, refuse) => {
		const { changes } = is
			? tx
					.insert(done)
					.values({ team: teamId, stage: stageId, person, at })
					.onConflictDoNothing()
					.run()
			: tx
					.delete(done)
					.where(and(eq(done.team, teamId), eq(done.stage, stageId)))
					.run();
		if (!changes) refuse('already');
		return { value: null, data: { team: teamId, stage: stageId } };
	});
}
