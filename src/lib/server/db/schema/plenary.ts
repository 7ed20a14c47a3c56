import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { HORIZONS } from '../../../sheet/layout';
import { sheet } from './sheets';
import { team } from './teams';
import { workshop } from './workshops';

/** A joint recommendation that was made in the plenary; what stands alone has no row. */
export const joint = sqliteTable(
	'joint',
	{
		id: text().primaryKey(),
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		/** For projector and tables; '' falls back to the text. */
		name: text().notNull(),
		text: text().notNull(),
		owner: text().notNull(),
		horizon: text({ enum: HORIZONS }).notNull(),
		/** ms since 1970, when it was first merged */
		at: integer().notNull()
	},
	(t) => [index('joint_workshop').on(t.workshop)]
);

/** A team's recommendation in a joint one, in the words it had when it was merged. */
export const jointSource = sqliteTable(
	'joint_source',
	{
		/** Without cascade: a joint one that has sources cannot go. */
		joint: text()
			.notNull()
			.references(() => joint.id),
		sheet: text()
			.notNull()
			.references(() => sheet.id, { onDelete: 'cascade' }),
		/** Its id in that sheet. */
		recommendation: text().notNull(),
		team: text()
			.notNull()
			.references(() => team.id),
		text: text().notNull(),
		/** As told by its words, '' where they do not tell. */
		language: text().notNull(),
		horizon: text({ enum: HORIZONS }).notNull(),
		owner: text().notNull(),
		countries: text({ mode: 'json' }).$type<string[]>().notNull(),
		/** Id of the need or question it answers, or ''. */
		answers: text().notNull(),
		/** In its team's horizon, from 1. */
		rank: integer().notNull()
	},
	(t) => [
		// each recommendation is in one joint one at most
		primaryKey({ columns: [t.sheet, t.recommendation] }),
		index('joint_source_joint').on(t.joint)
	]
);

/** Two recommendations of which somebody said that they are not the same: no more suggested. */
export const apart = sqliteTable(
	'apart',
	{
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		/** `sheet/recommendation` of either, the smaller first. */
		one: text().notNull(),
		other: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.workshop, t.one, t.other] })]
);
