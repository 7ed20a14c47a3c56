import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { VERDICTS } from '../../../plenary/verdict';
import { sheet } from './sheets';
import { stage, workshop } from './workshops';
import { team } from './teams';

/** A team's turn to present. */
export const turn = sqliteTable(
	'turn',
	{
		stage: text()
			.notNull()
			.references(() => stage.id, { onDelete: 'cascade' }),
		team: text()
			.notNull()
			.references(() => team.id, { onDelete: 'cascade' }),
		/** From 1. */
		position: integer().notNull(),
		/** Of the draw of the order: same teams, same number, same order. */
		seed: integer().notNull(),
		/** ms planned for the speaker */
		planned: integer().notNull(),
		/** ms given on top of the plan */
		added: integer().notNull().default(0),
		/** ms counted so far, without what runs since `runningSince` */
		spent: integer().notNull().default(0),
		/** ms since 1970; null: not running */
		runningSince: integer(),
		/** ms since 1970; the turn that was begun and not ended is the one on now. */
		begunAt: integer(),
		endedAt: integer()
	},
	(t) => [primaryKey({ columns: [t.stage, t.team] })]
);

/** The expert's view of an exercise is open to all from then on. */
export const debrief = sqliteTable(
	'debrief',
	{
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		exercise: text().notNull(),
		/** ms since 1970 */
		openedAt: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.workshop, t.exercise] })]
);

/** What a team says of its choices for a need once it has seen the expert's view. */
export const verdict = sqliteTable(
	'verdict',
	{
		sheet: text()
			.notNull()
			.references(() => sheet.id, { onDelete: 'cascade' }),
		need: text().notNull(),
		is: text({ enum: VERDICTS }).notNull(),
		reason: text().notNull(),
		/** Ids of the tools it had chosen, in order, and of those it would choose now. */
		before: text({ mode: 'json' }).$type<string[]>().notNull(),
		after: text({ mode: 'json' }).$type<string[]>().notNull(),
		person: text().notNull(),
		/** ms since 1970 */
		at: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.sheet, t.need] })]
);
