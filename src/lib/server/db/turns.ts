import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Turn } from '../../workshop/turns';
import { db, type Tx } from './index';
import { turn } from './schema/debrief';
import { stage, workshop } from './schema/workshops';
import { roomStep, type Actor, type Held, type Outcome } from './step';

/** A speaker's clock as of a moment, whether it runs or not. */
const ran = (at: number) =>
	sql`${turn.spent} + max(0, ${at} - coalesce(${turn.runningSince}, ${at}))`;

/** Projectors show who presents, unless the facilitator has made them black. */
const showing = sql`case when ${workshop.projector} = 'black' then 'black' else 'presentation' end`;

const isOn = and(isNotNull(turn.begunAt), isNull(turn.endedAt));
const isTurn = (which: string, team: string) => and(eq(turn.stage, which), eq(turn.team, team));

function isOpen(tx: Tx, id: string, which: string): boolean {
	const open = tx.select({ stage: workshop.stage }).from(workshop).where(eq(workshop.id, id)).get();
	return open?.stage === which;
}

/** A draw of the order. */
export interface Draw {
	/** Ids of the teams. */
	order: string[];
	seed: number;
	/** ms for each */
	planned: number;
}

/** Keeps the order in which teams present in a stage, in place of an earlier one that nobody has begun. */
export async function drawTurns(
	id: string,
	by: Actor,
	which: string,
	{ order, seed, planned }: Draw,
	at: number
): Promise<Outcome<null, 'not-open' | 'begun'> | Held> {
	type Why = 'not-open' | 'begun';
	return roomStep<null, Why>(id, by, 'turns-drawn', at, (tx, refuse) => {
		if (!isOpen(tx, id, which)) refuse('not-open');
		const before = tx.select().from(turn).where(eq(turn.stage, which)).all();
		if (before.some(({ begunAt }) => begunAt !== null)) refuse('begun');
		tx.delete(turn).where(eq(turn.stage, which)).run();
		order.forEach((team, place) =>
			tx
				.insert(turn)
				.values({ stage: which, team, position: place + 1, seed, planned })
				.run()
		);
		return { value: null, data: { stage: which, order, seed, planned } };
	});
}

/** Ends the turn that is on in a stage, if there is one. */
export function endTurns(tx: Tx, which: string, at: number): void {
	tx.update(turn)
		.set({ spent: ran(at), runningSince: null, endedAt: at })
		.where(and(eq(turn.stage, which), isOn))
		.run();
}

/** A team presents from now on: the one before has ended, the speaker's clock runs. */
export async function beginTurn(
	id: string,
	by: Actor,
	which: string,
	team: string,
	at: number
): Promise<Outcome<null, 'not-open' | 'no-team' | 'already'> | Held> {
	type Why = 'not-open' | 'no-team' | 'already';
	return roomStep<null, Why>(id, by, 'turn-begun', at, (tx, refuse) => {
		if (!isOpen(tx, id, which)) refuse('not-open');
		const row = tx.select().from(turn).where(isTurn(which, team)).get();
		if (!row) return refuse('no-team');
		if (row.begunAt !== null && row.endedAt === null) refuse('already');
		endTurns(tx, which, at);
		tx.update(turn)
			.set({ begunAt: row.begunAt ?? at, endedAt: null, runningSince: at })
			.where(isTurn(which, team))
			.run();
		tx.update(workshop).set({ projector: showing }).where(eq(workshop.id, id)).run();
		return { value: null, data: { stage: which, team } };
	});
}

/** Pauses the speaker's clock, or goes on with it. */
export async function runTurn(
	id: string,
	by: Actor,
	which: string,
	team: string,
	run: boolean,
	at: number
): Promise<Outcome<null, 'not-open' | 'already'> | Held> {
	type Why = 'not-open' | 'already';
	return roomStep<null, Why>(id, by, run ? 'turn-continued' : 'turn-paused', at, (tx, refuse) => {
		if (!isOpen(tx, id, which)) refuse('not-open');
		const stands = run ? isNull(turn.runningSince) : isNotNull(turn.runningSince);
		const { changes } = tx
			.update(turn)
			.set({ spent: ran(at), runningSince: run ? at : null })
			.where(and(isTurn(which, team), isOn, stands))
			.run();
		if (!changes) refuse('already');
		return { value: null, data: { stage: which, team } };
	});
}

/** Gives the team that presents more time. */
export async function lengthenTurn(
	id: string,
	by: Actor,
	which: string,
	team: string,
	ms: number,
	at: number
): Promise<Outcome<null, 'not-open' | 'already'> | Held> {
	type Why = 'not-open' | 'already';
	return roomStep<null, Why>(id, by, 'turn-lengthened', at, (tx, refuse) => {
		if (!isOpen(tx, id, which)) refuse('not-open');
		const { changes } = tx
			.update(turn)
			.set({ added: sql`${turn.added} + ${ms}` })
			.where(and(isTurn(which, team), isOn))
			.run();
		if (!changes) refuse('already');
		return { value: null, data: { stage: which, team, ms } };
	});
}

/** A team has presented. */
export async function endTurn(
	id: string,
	by: Actor,
	which: string,
	team: string,
	at: number
): Promise<Outcome<null, 'not-open' | 'already'> | Held> {
	type Why = 'not-open' | 'already';
	return roomStep<null, Why>(id, by, 'turn-ended', at, (tx, refuse) => {
		if (!isOpen(tx, id, which)) refuse('not-open');
		const on = tx
			.select({ team: turn.team })
			.from(turn)
			.where(and(isTurn(which, team), isOn))
			.get();
		if (!on) refuse('already');
		endTurns(tx, which, at);
		return { value: null, data: { stage: which, team } };
	});
}

/** Every turn of a workshop. */
export async function turnRows(id: string): Promise<Turn[]> {
	return db
		.select({ turn })
		.from(turn)
		.innerJoin(stage, eq(stage.id, turn.stage))
		.where(eq(stage.workshop, id))
		.orderBy(asc(stage.position), asc(turn.position))
		.all()
		.map((row) => row.turn);
}
