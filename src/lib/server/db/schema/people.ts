import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { delegation, workshop } from './workshops';

export const person = sqliteTable(
	'person',
	{
		id: text().primaryKey(),
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		delegation: text()
			.notNull()
			.references(() => delegation.id),
		name: text().notNull(),
		role: text().notNull().default(''),
		institution: text().notNull().default(''),
		gender: text().notNull().default(''),
		/** As the list has them. */
		languages: text().notNull().default(''),
		standing: text({ enum: ['member', 'observer'] })
			.notNull()
			.default('member'),
		/** Columns of the list that Baraza has no use for, kept as they came. */
		extra: text({ mode: 'json' }).$type<[string, string][]>().notNull().default([]),
		/** Removed from the list; what they wrote stays theirs. */
		removedAt: integer()
	},
	(t) => [index('person_workshop').on(t.workshop)]
);

/** A browser that holds a person's token. */
export const device = sqliteTable(
	'device',
	{
		id: text().primaryKey(),
		person: text()
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		tokenHash: text().notNull().unique(),
		createdAt: integer().notNull(),
		/** Freed by the person ("not me") or by the facilitator. */
		releasedAt: integer()
	},
	(t) => [index('device_person').on(t.person)]
);

/** Who has opened which inject. */
export const read = sqliteTable(
	'read',
	{
		person: text()
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		inject: text().notNull(),
		at: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.person, t.inject] })]
);

/** Somebody at the door: their name is taken, or is not on the list. A facilitator answers. */
export const nameRequest = sqliteTable(
	'name_request',
	{
		id: text().primaryKey(),
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		/** Whose name is asked for; null: not on the list. */
		person: text().references(() => person.id, { onDelete: 'cascade' }),
		/** Name and delegation as typed by whoever is not on the list. */
		name: text().notNull().default(''),
		delegation: text().notNull().default(''),
		/** Of the secret the waiting browser holds. */
		tokenHash: text().notNull().unique(),
		at: integer().notNull(),
		state: text({ enum: ['waiting', 'granted', 'declined'] })
			.notNull()
			.default('waiting'),
		decidedAt: integer()
	},
	(t) => [index('name_request_workshop').on(t.workshop)]
);
