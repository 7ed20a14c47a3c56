import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { db } from './index';
import { person } from './schema/people';
import { division, done, membership, part, team } from './schema/teams';

/** The divisions of a workshop with their teams, members, parts and who is done; the newest first. */
export async function divisionRows(id: string) {
	return db
		.select()
		.from(division)
		.where(eq(division.workshop, id))
		.orderBy(desc(division.createdAt), desc(division.id))
		.all()
		.map(withTeams);
}

function withTeams(row: typeof division.$inferSelect) {
	const teams = db
		.select()
		.from(team)
		.where(eq(team.division, row.id))
		.orderBy(asc(team.position))
		.all();
	const ids = teams.map((one) => one.id);
	return {
		row,
		teams,
		members: db
			.select({ team: membership.team, person: membership.person, pinned: membership.pinned })
			.from(membership)
			.innerJoin(person, eq(person.id, membership.person))
			.where(and(inArray(membership.team, ids), isNull(membership.to)))
			.orderBy(asc(person.name), asc(person.id))
			.all(),
		parts: db.select().from(part).where(inArray(part.team, ids)).all(),
		done: db.select().from(done).where(inArray(done.team, ids)).all()
	};
}
