import { and, asc, eq, isNull } from 'drizzle-orm';
import { hashToken, newCode, newId } from '../random';
import { db } from './index';
import { release, screen } from './schema/workshops';
import { roomStep, step, type Actor, type Held, type Outcome } from './step';

/** A new projector, not yet paired. */
export async function insertScreen(token: string, at: number): Promise<string> {
	const id = newId();
	db.insert(screen)
		.values({ id, tokenHash: hashToken(token), code: newCode(), createdAt: at })
		.run();
	return id;
}

/** The projector behind a token. */
export async function screenByToken(
	token: string
): Promise<{ id: string; code: string; workshop: string | null } | undefined> {
	return db
		.select({ id: screen.id, code: screen.code, workshop: screen.workshop })
		.from(screen)
		.where(eq(screen.tokenHash, hashToken(token)))
		.get();
}

/** A projector by its id. */
export async function screenById(
	id: string
): Promise<{ code: string; workshop: string | null } | undefined> {
	return db
		.select({ code: screen.code, workshop: screen.workshop })
		.from(screen)
		.where(eq(screen.id, id))
		.get();
}

/** Shows a workshop on the projector that shows these six characters. */
export async function pairScreen(
	id: string,
	by: Actor,
	code: string,
	at: number
): Promise<Outcome<string, 'no-screen'>> {
	return step<string, 'no-screen'>(id, by, 'screen-paired', at, (tx, refuse) => {
		const row = tx
			.update(screen)
			.set({ workshop: id })
			.where(and(eq(screen.code, code), isNull(screen.workshop)))
			.returning({ id: screen.id })
			.get();
		if (!row) return refuse('no-screen');
		return { value: row.id, data: { screen: row.id } };
	});
}

/** Lets every projector of a workshop go; each shows new six characters. */
export async function releaseScreens(
	id: string,
	by: Actor,
	at: number
): Promise<Outcome<string[], 'no-screen'> | Held> {
	return roomStep<string[], 'no-screen'>(id, by, 'screens-released', at, (tx, refuse) => {
		const rows = tx.select({ id: screen.id }).from(screen).where(eq(screen.workshop, id)).all();
		if (!rows.length) refuse('no-screen');
		for (const row of rows)
			tx.update(screen).set({ workshop: null, code: newCode() }).where(eq(screen.id, row.id)).run();
		return { value: rows.map((row) => row.id) };
	});
}

/** Injects that were released, in that order. */
export async function releaseRows(
	id: string
): Promise<{ inject: string; team: string; at: number }[]> {
	return db
		.select({ inject: release.inject, team: release.team, at: release.at })
		.from(release)
		.where(eq(release.workshop, id))
		.orderBy(asc(release.at))
		.all();
}
