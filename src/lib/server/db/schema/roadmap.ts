import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { DECISIONS } from '../../../plenary/decision';
import { STATUSES } from '../../../plenary/roadmap';
import { HORIZONS } from '../../../sheet/layout';
import { workshop } from './workshops';

/** What the room decided of a recommendation. */
export const decision = sqliteTable(
	'decision',
	{
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		/** Id of a joint recommendation, or `sheet/recommendation` of one that stands alone. */
		item: text().notNull(),
		is: text({ enum: DECISIONS }).notNull(),
		/** ms since 1970 */
		at: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.workshop, t.item] })]
);

/** An adopted recommendation on the roadmap. It stays when it is adopted no more, and comes back with it. */
export const roadmapLine = sqliteTable(
	'roadmap_line',
	{
		id: text().primaryKey(),
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		/** As in `decision`. */
		item: text().notNull(),
		/** In its horizon, from 1. */
		position: integer().notNull(),
		/** The final wording; what was voted on stays with the vote. */
		text: text().notNull(),
		horizon: text({ enum: HORIZONS }).notNull(),
		/** An institution. */
		owner: text().notNull(),
		/** Other institutions that take part. */
		owners: text({ mode: 'json' }).$type<string[]>().notNull(),
		/** ISO codes. */
		countries: text({ mode: 'json' }).$type<string[]>().notNull(),
		/** ISO date, '' where none is set. */
		deadline: text().notNull(),
		/** How one will know that it is done. */
		indicator: text().notNull(),
		resources: text().notNull(),
		status: text({ enum: STATUSES }).notNull(),
		notes: text().notNull(),
		/** Id of the need or question it answers, or ''. */
		answers: text().notNull(),
		/** ms since 1970, when it was first adopted */
		at: integer().notNull()
	},
	(t) => [uniqueIndex('roadmap_item').on(t.workshop, t.item)]
);
