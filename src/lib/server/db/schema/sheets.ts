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

/** The log: every update as it was acknowledged. Nothing is ever deleted from it. */
export const update = sqliteTable(
	'update',
	{
		sheet: text()
			.notNull()
			.references(() => sheet.id, { onDelete: 'cascade' }),
		seq: integer().notNull(),
		/** Who brought it; who wrote it is told by the client ids inside. */
		device: text()
			.notNull()
			.references(() => device.id),
		at: integer().notNull(),
		bytes: blob({ mode: 'buffer' }).notNull()
	},
	(t) => [primaryKey({ columns: [t.sheet, t.seq] })]
);

/** The document as of a row of the log, for fast loading. The log stays. */
export const snapshot = sqliteTable('snapshot', {
	sheet: text()
		.primaryKey()
		.references(() => sheet.id, { onDelete: 'cascade' }),
	seq: integer().notNull(),
	bytes: blob({ mode: 'buffer' }).notNull()
});
