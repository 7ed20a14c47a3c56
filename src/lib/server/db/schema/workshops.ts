import {
	blob,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { StageKind } from '../../../scenario/scenario';
import { PROJECTIONS } from '../../../workshop/projector';
import { user } from './accounts';

// Ids are random text, times ms since 1970, blobs bytes, JSON text: nothing PostgreSQL lacks.

/** One exact version of a scenario, kept with the workshops that began with it. */
export const edition = sqliteTable('edition', {
	/** sha256 over its files, line ends normalised. */
	id: text().primaryKey(),
	slug: text().notNull(),
	keptAt: integer().notNull()
});

export const editionFile = sqliteTable(
	'edition_file',
	{
		edition: text()
			.notNull()
			.references(() => edition.id),
		/** Path inside the scenario's folder; cards from elsewhere are kept as `toolbox/<id>.md`. */
		path: text().notNull(),
		bytes: blob({ mode: 'buffer' }).notNull()
	},
	(t) => [primaryKey({ columns: [t.edition, t.path] })]
);

export const workshop = sqliteTable('workshop', {
	id: text().primaryKey(),
	code: text().notNull().unique(),
	owner: text()
		.notNull()
		.references(() => user.id),
	edition: text()
		.notNull()
		.references(() => edition.id),
	title: text().notNull(),
	place: text().notNull().default(''),
	wifi: text().notNull().default(''),
	/** ISO dates, first and last day. */
	fromDate: text().notNull(),
	toDate: text().notNull(),
	/** `draft`: being prepared. `open`: people may join. `ended`. */
	status: text({ enum: ['draft', 'open', 'ended'] })
		.notNull()
		.default('draft'),
	/** The facilitator lets the whole list of names be seen when joining. */
	namesListed: integer({ mode: 'boolean' }).notNull().default(false),
	/** Until then a taken name may be claimed without asking (the address changed); ms since 1970. */
	doorsOpenUntil: integer(),
	/** The stage that is open now. */
	stage: text(),
	/** What projectors show. */
	projector: text({ enum: PROJECTIONS }).notNull().default('lobby'),
	/** How much of the teams' progress projectors show. */
	projectorProgress: text({ enum: ['hidden', 'done', 'full'] })
		.notNull()
		.default('done'),
	/** Who opens stages, releases injects and votes: a facilitator's account; null: the owner's. */
	controls: text().references(() => user.id, { onDelete: 'set null' }),
	version: integer().notNull().default(1),
	createdAt: integer().notNull()
});

/** Another facilitator of a workshop, who came by a one-time link. */
export const coFacilitator = sqliteTable(
	'co_facilitator',
	{
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		user: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		/** ms since 1970 */
		at: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.workshop, t.user] })]
);

export const delegation = sqliteTable(
	'delegation',
	{
		id: text().primaryKey(),
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		kind: text({ enum: ['host', 'guest'] }).notNull()
	},
	(t) => [uniqueIndex('delegation_name').on(t.workshop, t.name)]
);

export const stage = sqliteTable(
	'stage',
	{
		id: text().primaryKey(),
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		kind: text().$type<StageKind>().notNull(),
		title: text().notNull(),
		/** Id of the scenario's exercise, for kind `exercise`. */
		exercise: text(),
		/** ms */
		planned: integer().notNull(),
		/** ms given on top of the plan */
		added: integer().notNull().default(0),
		/** ms counted so far, without what runs since `runningSince` */
		spent: integer().notNull().default(0),
		/** ms since 1970; null: not running */
		runningSince: integer(),
		/** ms that passed while this computer slept or was off: counted only if the facilitator says so */
		gap: integer().notNull().default(0),
		openedAt: integer(),
		closedAt: integer()
	},
	(t) => [index('stage_workshop').on(t.workshop)]
);

/** An inject released to one team. One row a team, so that each is released once. */
export const release = sqliteTable(
	'release',
	{
		workshop: text()
			.notNull()
			.references(() => workshop.id, { onDelete: 'cascade' }),
		inject: text().notNull(),
		team: text().notNull(),
		at: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.workshop, t.inject, t.team] })]
);

/** Who did what when; written in the transaction that did it. */
export const event = sqliteTable(
	'event',
	{
		workshop: text().notNull(),
		/** The version this step made. */
		version: integer().notNull(),
		at: integer().notNull(),
		/** `facilitator:<id>`, `person:<id>`, `screen:<id>` or `clock`. */
		by: text().notNull(),
		/** E.g. `stage-opened`. */
		what: text().notNull(),
		data: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		/** sha256 over the hash of the event before and what this one says; null in those of 0.1. */
		hash: blob({ mode: 'buffer' })
	},
	(t) => [primaryKey({ columns: [t.workshop, t.version] })]
);

/** A projector's browser. */
export const screen = sqliteTable('screen', {
	id: text().primaryKey(),
	tokenHash: text().notNull().unique(),
	/** The six characters it shows until a facilitator types them. */
	code: text().notNull().unique(),
	workshop: text().references(() => workshop.id, { onDelete: 'set null' }),
	createdAt: integer().notNull()
});
