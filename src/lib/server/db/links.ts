import { and, eq, gt, isNull } from 'drizzle-orm';
import { hashToken } from '../random';
import { db } from './index';
import { link, user } from './schema/accounts';

/**
 * Keeps a link that carries power, by its hash. A newer one of its kind replaces it.
 * @param subject for whom it is, where that matters: only theirs are replaced
 */
export async function keep(
	token: string,
	kind: string,
	expiresAt: number,
	subject: string | null = null
): Promise<void> {
	const whose = subject === null ? isNull(link.subject) : eq(link.subject, subject);
	db.transaction((tx) => {
		tx.delete(link)
			.where(and(eq(link.kind, kind), whose, isNull(link.usedAt)))
			.run();
		tx.insert(link)
			.values({ hash: hashToken(token), kind, subject, expiresAt })
			.run();
	});
}

/** For whom a link is that has not been used and has not expired. `now` in ms since 1970. */
export async function subjectOf(
	token: string,
	kind: string,
	now: number
): Promise<string | undefined> {
	const found = db
		.select({ subject: link.subject })
		.from(link)
		.where(good(token, kind, now))
		.get();
	return found?.subject ?? undefined;
}

/** Which link is meant, if it is still good; a step that uses it up asks so too. */
export const good = (token: string, kind: string, now: number) =>
	and(
		eq(link.hash, hashToken(token)),
		eq(link.kind, kind),
		isNull(link.usedAt),
		gt(link.expiresAt, now)
	);

/** Whether a link has not been used and has not expired. `now` in ms since 1970. */
export async function isGood(token: string, kind: string, now: number): Promise<boolean> {
	return (
		db
			.select({ hash: link.hash })
			.from(link)
			.where(good(token, kind, now))
			.get() !== undefined
	);
}

/**
 * Uses a link up.
 * @returns false when it was no good, or somebody was quicker
 */
export async function use(token: string, kind: string, now: number): Promise<boolean> {
	return (
		db
			.update(link)
			.set({ usedAt: now })
			.where(good(token, kind, now))
			.run().changes > 0
	);
}

/** Gives a link back that was used for something that did not come about. */
export async function giveBack(token: string): Promise<void> {
	db.update(link)
		.set({ usedAt: null })
		.where(eq(link.hash, hashToken(token)))
		.run();
}

/** How many accounts there are. */
export function countFacilitators(): number {
	return db.select({ id: user.id }).from(user).all().length;
}
