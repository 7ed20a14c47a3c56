import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { person } from './people';
import { workshop } from './workshops';

/** One draw of the people into teams. */
export const division = sqliteTable(
	'division',
	{
		id: text().primaryKey(),
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		/** The number of the draw: same list, same number, same teams. */
		seed: integer().notNull(),
		createdAt: integer().notNull(),
		/** People see their team from then on. */
		announcedAt: integer()
	},
	(t) => [index('division_workshop').on(t.workshop)]
);

export const team = sqliteTable(
	'team',
	{
		id: text().primaryKey(),
		division: text()
			.notNull()
			.references(() => division.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		name: text().notNull(),
		/** "Table 4, by the window". */
		place: text().notNull().default(''),
		/** One of the scenario's sides, where it has some. */
		side: text()
	},
	(t) => [index('team_division').on(t.division)]
);

export const membership = sqliteTable(
	'membership',
	{
		id: text().primaryKey(),
		team: text()
			.notNull()
			.references(() => team.id, { onDelete: 'cascade' }),
		person: text()
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		from: integer().notNull(),
		to: integer(),
		/** A new draw leaves this person in this team. */
		pinned: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(t) => [index('membership_team').on(t.team), index('membership_person').on(t.person)]
);

/** A part somebody plays in a team. Several people may hold one. */
export const part = sqliteTable(
	'part',
	{
		team: text()
			.notNull()
			.references(() => team.id, { onDelete: 'cascade' }),
		person: text()
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		part: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.team, t.person, t.part] })]
);

/** A team said "we are done" with a stage; taking it back deletes the row, the event stays. */
export const done = sqliteTable(
	'done',
	{
		team: text()
			.notNull()
			.references(() => team.id, { onDelete: 'cascade' }),
		stage: text().notNull(),
		person: text().notNull(),
		at: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.team, t.stage] })]
);
