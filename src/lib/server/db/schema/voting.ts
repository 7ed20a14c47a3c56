import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { STANCES } from '../../../plenary/vote';
import { HORIZONS } from '../../../sheet/layout';
import { person } from './people';
import { delegation, workshop } from './workshops';

/** One vote of the room on its recommendations. */
export const ballot = sqliteTable(
	'ballot',
	{
		id: text().primaryKey(),
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		/** How many dots each voter has; null: they say support, can accept or object. */
		dots: integer(),
		/** The room sees who voted what, once it is closed. */
		named: integer({ mode: 'boolean' }).notNull(),
		/** ms since 1970 */
		openedAt: integer().notNull(),
		/** ms since 1970; null: it is open. */
		closedAt: integer()
	},
	(t) => [index('ballot_workshop').on(t.workshop)]
);

/** What is voted on, in the words it had when it was put to the vote. */
export const ballotItem = sqliteTable(
	'ballot_item',
	{
		ballot: text()
			.notNull()
			.references(() => ballot.id, { onDelete: 'cascade' }),
		/** Id of a joint recommendation, or `sheet/recommendation` of one that stands alone. */
		item: text().notNull(),
		position: integer().notNull(),
		name: text().notNull(),
		text: text().notNull(),
		owner: text().notNull(),
		horizon: text({ enum: HORIZONS }).notNull(),
		/** Ids of its sources then. Where one of them was taken out since, its votes count no more. */
		sources: text({ mode: 'json' }).$type<string[]>().notNull()
	},
	(t) => [primaryKey({ columns: [t.ballot, t.item] })]
);

/** Somebody who has voted. Votes and their events name this id, so that neither says who it is. */
export const voter = sqliteTable(
	'voter',
	{
		id: text().primaryKey(),
		ballot: text()
			.notNull()
			.references(() => ballot.id, { onDelete: 'cascade' }),
		person: text()
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** Theirs when they voted first. */
		delegation: text()
			.notNull()
			.references(() => delegation.id),
		/** Taken off the list while the vote was open: their votes do not count. */
		withdrawnAt: integer()
	},
	(t) => [uniqueIndex('voter_person').on(t.ballot, t.person)]
);

/** What a voter says of an item; one row whatever the number of devices. */
export const vote = sqliteTable(
	'vote',
	{
		voter: text()
			.notNull()
			.references(() => voter.id, { onDelete: 'cascade' }),
		item: text().notNull(),
		stance: text({ enum: STANCES }),
		dots: integer().notNull().default(0),
		/** Of an objection, '' where none was given. */
		reason: text().notNull().default(''),
		/** A facilitator entered it for somebody without a device. */
		proxy: integer({ mode: 'boolean' }).notNull().default(false),
		/** ms since 1970 */
		at: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.voter, t.item] })]
);
