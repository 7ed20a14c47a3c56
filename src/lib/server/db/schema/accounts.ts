import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// The tables better-auth asks for: https://www.better-auth.com/docs/concepts/database
const date = () => integer({ mode: 'timestamp_ms' }).notNull();

export const user = sqliteTable('user', {
	id: text().primaryKey(),
	name: text().notNull(),
	email: text().notNull().unique(),
	emailVerified: integer({ mode: 'boolean' }).notNull().default(false),
	image: text(),
	createdAt: date(),
	updatedAt: date()
});

export const session = sqliteTable('session', {
	id: text().primaryKey(),
	userId: text()
		.notNull()
		.references(() => user.id, { onDelete: 'cascade' }),
	token: text().notNull().unique(),
	expiresAt: date(),
	ipAddress: text(),
	userAgent: text(),
	createdAt: date(),
	updatedAt: date()
});

export const account = sqliteTable('account', {
	id: text().primaryKey(),
	userId: text()
		.notNull()
		.references(() => user.id, { onDelete: 'cascade' }),
	accountId: text().notNull(),
	providerId: text().notNull(),
	accessToken: text(),
	refreshToken: text(),
	idToken: text(),
	accessTokenExpiresAt: integer({ mode: 'timestamp_ms' }),
	refreshTokenExpiresAt: integer({ mode: 'timestamp_ms' }),
	scope: text(),
	password: text(),
	createdAt: date(),
	updatedAt: date()
});

export const verification = sqliteTable('verification', {
	id: text().primaryKey(),
	identifier: text().notNull(),
	value: text().notNull(),
	expiresAt: date(),
	createdAt: date(),
	updatedAt: date()
});

/** A link that carries power, kept as a hash: it works once and not for ever. */
export const link = sqliteTable('link', {
	hash: text().primaryKey(),
	/** What it allows: `first-facilitator`, `co-facilitator`, `device`. */
	kind: text().notNull(),
	/** For whom: the person whose next device it makes, the workshop whose co-facilitator. */
	subject: text(),
	/** ms since 1970 */
	expiresAt: integer().notNull(),
	usedAt: integer()
});

/** What is chosen once for this installation, such as the folder for copies. */
export const setting = sqliteTable('setting', {
	key: text().primaryKey(),
	value: text({ mode: 'json' }).$type<unknown>().notNull()
});
