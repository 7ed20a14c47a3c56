import {
	blob,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { device } from './people';
import { team } from './teams';
import { workshop } from './workshops';

/** The shared document in which one team writes one exercise. */
export const sheet = sqliteTable(
	'sheet',
	{
		id: text().primaryKey(),
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		team: text()
			.notNull()
			.references(() => team.id),
		exercise: text().notNull(),
		/** Number of the last row of its log. */
		seq: integer().notNull().default(0),
		/** ms since 1970; null while it may be written. */
		closedAt: integer()
	},
	(t) => [uniqueIndex('sheet_owner').on(t.team, t.exercise), index('sheet_workshop').on(t.workshop)]
);

/** Under which Yjs client id which device writes. */
export const sheetClient = sqliteTable(
	'sheet_client',
	{
		sheet: text()
			.notNull()
			.references(() => sheet.id, { onDelete: 'cascade' }),
		client: integer().notNull(),
		device: text()
			.notNull()
			.references(() => device.id)
	},
	(t) => [primaryKey({ columns: [t.sheet, t.client] })]
);

/**
 * The log: every update as it was acknowledged. Nothing is lost from it: old rows move into
 * compressed blocks, from which each can be had again.
 */
export const update = sqliteTable(
	'update',
	{
		sheet: text()
			.notNull()
			.references(() => sheet.id, { onDelete: 'cascade' }),
		seq: integer().notNull(),
		/** Who brought it; who wrote it is told by the client ids inside. Null: see `by`. */
		device: text().references(() => device.id),
		/** Who had this server write it (a restored view), as an actor of an event. */
		by: text(),
		at: integer().notNull(),
		bytes: blob({ mode: 'buffer' }).notNull(),
		/** sha256 over the hash of the row before and what this row says; null in rows of 0.1. */
		hash: blob({ mode: 'buffer' })
	},
	(t) => [primaryKey({ columns: [t.sheet, t.seq] })]
);

/** Rows of the log that are older than an hour, compressed together. */
export const updateBlock = sqliteTable(
	'update_block',
	{
		sheet: text()
			.notNull()
			.references(() => sheet.id, { onDelete: 'cascade' }),
		fromSeq: integer().notNull(),
		toSeq: integer().notNull(),
		/** ms since 1970, of the first and of the last row */
		fromAt: integer().notNull(),
		toAt: integer().notNull(),
		bytes: blob({ mode: 'buffer' }).notNull(),
		/** The hash of its last row. */
		hash: blob({ mode: 'buffer' })
	},
	(t) => [primaryKey({ columns: [t.sheet, t.fromSeq] })]
);

/** What a device brought after its sheet was closed: one bundle, which a newer one replaces. */
export const late = sqliteTable(
	'late',
	{
		sheet: text()
			.notNull()
			.references(() => sheet.id, { onDelete: 'cascade' }),
		device: text()
			.notNull()
			.references(() => device.id),
		at: integer().notNull(),
		bytes: blob({ mode: 'buffer' }).notNull(),
		state: text({ enum: ['waiting', 'accepted', 'declined'] })
			.notNull()
			.default('waiting'),
		decidedAt: integer()
	},
	(t) => [primaryKey({ columns: [t.sheet, t.device] })]
);

/** The document as of a row of the log, for fast loading. The log stays. */
export const snapshot = sqliteTable('snapshot', {
	sheet: text()
		.primaryKey()
		.references(() => sheet.id, { onDelete: 'cascade' }),
	seq: integer().notNull(),
	bytes: blob({ mode: 'buffer' }).notNull()
});
