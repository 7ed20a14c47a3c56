import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { newId } from '../random';
import type { Tx } from './index';
import { division, membership, part, team } from './schema/teams';
import { sheet } from './schema/sheets';
import { person } from './schema/people';
import { workshop } from './schema/workshops';
import { roomStep, step, type Actor, type Held, type Outcome } from './step';

export interface NewTeam {
	name: string;
	side: string | null;
	members: { person: string; pinned: boolean }[];
}

/** Whether somebody could already have written in these teams. */
function hasSheets(tx: Tx, divisionId: string): boolean {
	return (
		tx
			.select({ id: sheet.id })
			.from(sheet)
			.innerJoin(team, eq(team.id, sheet.team))
			.where(eq(team.division, divisionId))
			.get() !== undefined
	);
}

function newest(tx: Pick<Tx, 'select'>, id: string) {
	return tx
		.select()
		.from(division)
		.where(eq(division.workshop, id))
		.orderBy(desc(division.createdAt), desc(division.id))
		.get();
}

/**
 * Keeps a draw. A draw that no exercise has used is replaced; one with sheets stays and the new
 * one is the next division.
 */
export async function saveDivision(
	id: string,
	by: Actor,
	seed: number,
	teams: NewTeam[],
	at: number
): Promise<Outcome<string>> {
	return step(id, by, 'teams-drawn', at, (tx) => {
		const before = newest(tx, id);
		if (before && !hasSheets(tx, before.id))
			tx.delete(division).where(eq(division.id, before.id)).run();
		const made = newId();
		// never the same ms as an older division: the newest counts
		const createdAt = Math.max(at, (before?.createdAt ?? 0) + 1);
		tx.insert(division).values({ id: made, workshop: id, seed, createdAt }).run();
		teams.forEach((one, position) => {
			const teamId = newId();
			tx.insert(team)
				.values({ id: teamId, division: made, position, name: one.name, side: one.side })
				.run();
			for (const { person: who, pinned } of one.members)
				tx.insert(membership)
					.values({ id: newId(), team: teamId, person: who, from: at, pinned })
					.run();
		});
		return { value: made, data: { seed, teams: teams.length } };
	});
}

/** Lets people see their team; projectors that showed who arrives show the teams. */
export async function announceTeams(
	id: string,
	by: Actor,
	which: string,
	at: number
): Promise<Outcome<null, 'already'> | Held> {
	return roomStep<null, 'already'>(id, by, 'teams-announced', at, (tx, refuse) => {
		const { changes } = tx
			.update(division)
			.set({ announcedAt: at })
			.where(and(eq(division.id, which), eq(division.workshop, id), isNull(division.announcedAt)))
			.run();
		if (!changes) refuse('already');
		tx.update(workshop)
			.set({ projector: 'teams' })
			.where(and(eq(workshop.id, id), eq(workshop.projector, 'lobby')))
			.run();
		return { value: null };
	});
}

/** Ids of the teams of a workshop's newest division. */
function teamIds(tx: Pick<Tx, 'select'>, id: string): string[] {
	const current = newest(tx, id);
	if (!current) return [];
	return tx
		.select({ id: team.id })
		.from(team)
		.where(eq(team.division, current.id))
		.all()
		.map((row) => row.id);
}

/**
 * Moves a person to a team of the newest division, or seats a latecomer there. The parts they
 * played in the old team end.
 */
export async function movePerson(
	id: string,
	by: Actor,
	who: string,
	to: string,
	at: number
): Promise<Outcome<null, 'no-team' | 'no-person' | 'already'>> {
	type Why = 'no-team' | 'no-person' | 'already';
	return step<null, Why>(id, by, 'person-moved', at, (tx, refuse) => {
		const teams = teamIds(tx, id);
		if (!teams.includes(to)) refuse('no-team');
		const here = and(eq(person.id, who), eq(person.workshop, id), isNull(person.removedAt));
		if (!tx.select({ id: person.id }).from(person).where(here).get()) refuse('no-person');
		const seat = and(
			eq(membership.person, who),
			inArray(membership.team, teams),
			isNull(membership.to)
		);
		const now = tx.select().from(membership).where(seat).get();
		if (now?.team === to) refuse('already');
		tx.update(membership).set({ to: at }).where(seat).run();
		if (now)
			tx.delete(part)
				.where(and(eq(part.person, who), eq(part.team, now.team)))
				.run();
		tx.insert(membership)
			.values({ id: newId(), team: to, person: who, from: at, pinned: now?.pinned ?? false })
			.run();
		return { value: null, data: { person: who, from: now?.team ?? null, to } };
	});
}

/** Keeps a person in their team when teams are drawn again. */
export async function setPinned(
	id: string,
	by: Actor,
	who: string,
	pinned: boolean,
	at: number
): Promise<Outcome<null, 'no-person'>> {
	return step<null, 'no-person'>(
		id,
		by,
		pinned ? 'person-pinned' : 'person-unpinned',
		at,
		(tx, refuse) => {
			const teams = teamIds(tx, id);
			const { changes } = teams.length
				? tx
						.update(membership)
						.set({ pinned })
						.where(
							and(
								eq(membership.person, who),
								inArray(membership.team, teams),
								isNull(membership.to)
							)
						)
						.run()
				: { changes: 0 };
			if (!changes) refuse('no-person');
			return { value: null, data: { person: who } };
		}
	);
}

/** Changes a team's name, place and side. */
export async function setTeam(
	id: string,
	by: Actor,
	which: string,
	change: { name: string; place: string; side: string | null },
	at: number
): Promise<Outcome<null, 'no-team'>> {
	return step<null, 'no-team'>(id, by, 'team-changed', at, (tx, refuse) => {
		if (!teamIds(tx, id).includes(which)) refuse('no-team');
		tx.update(team).set(change).where(eq(team.id, which)).run();
		return { value: null, data: { team: which, ...change } };
	});
}

/** Gives a part to a member of a team, or takes it back. */
export async function setPart(
	id: string,
	by: Actor,
	who: string,
	name: string,
	holds: boolean,
	at: number
): Promise<Outcome<null, 'no-seat' | 'already'>> {
	type Why = 'no-seat' | 'already';
	return step<null, Why>(id, by, holds ? 'part-taken' : 'part-left', at, (tx, refuse) => {
		const teams = teamIds(tx, id);
		const seat = teams.length
			? tx
					.select({ team: membership.team })
					.from(membership)
					.where(
						and(eq(membership.person, who), inArray(membership.team, teams), isNull(membership.to))
					)
					.get()
			: undefined;
		if (!seat) return refuse('no-seat');
		const { changes } = holds
			? tx
					.insert(part)
					.values({ team: seat.team, person: who, part: name })
					.onConflictDoNothing()
					.run()
			: tx
					.delete(part)
					.where(and(eq(part.team, seat.team), eq(part.person, who), eq(part.part, name)))
					.run();
		if (!changes) refuse('already');
		return { value: null, data: { person: who, part: name } };
	});
}
