import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { AgendaLine } from '../../scenario/scenario';
import { newCode, newId } from '../random';
import { missedOf } from './clocks';
import { leadRows } from './co-facilitators';
import { db, type Tx } from './index';
import { coFacilitator, delegation, screen, stage, workshop } from './schema/workshops';
import { person } from './schema/people';
import { division, team } from './schema/teams';
import { isSpokenIn } from './speaker';
import { append } from './step';

export interface NewWorkshop {
	owner: string;
	edition: string;
	title: string;
	place: string;
	/** ISO dates */
	from: string;
	to: string;
	hosts: string[];
	guests: string[];
	agenda: AgendaLine[];
}

/**
 * Makes a workshop with its delegations and agenda, as a draft.
 * @returns its id
 */
export async function insertWorkshop(made: NewWorkshop, at: number): Promise<string> {
	const id = newId();
	db.transaction((tx) => {
		tx.insert(workshop)
			.values({
				id,
				code: freeCode(tx),
				owner: made.owner,
				edition: made.edition,
				title: made.title,
				place: made.place,
				fromDate: made.from,
				toDate: made.to,
				createdAt: at
			})
			.run();
		const named = [
			...made.hosts.map((name) => ({ name, kind: 'host' as const })),
			...made.guests.map((name) => ({ name, kind: 'guest' as const }))
		];
		for (const values of named)
			tx.insert(delegation)
				.values({ id: newId(), workshop: id, ...values })
				.run();
		made.agenda.forEach((line, position) =>
			tx
				.insert(stage)
				.values({
					id: newId(),
					workshop: id,
					position,
					kind: line.kind,
					title: line.title,
					exercise: line.exercise ?? null,
					planned: line.minutes * 60_000
				})
				.run()
		);
		append(tx, {
			workshop: id,
			version: 1,
			at,
			by: `facilitator:${made.owner}`,
			what: 'workshop-made',
			data: { title: made.title, edition: made.edition }
		});
	});
	return id;
}

function freeCode(tx: Tx): string {
	for (;;) {
		const code = newCode();
		const taken = tx
			.select({ id: workshop.id })
			.from(workshop)
			.where(eq(workshop.code, code))
			.get();
		if (!taken) return code;
	}
}

/** One line of a facilitator's list of workshops. */
export interface WorkshopLine {
	id: string;
	title: string;
	place: string;
	from: string;
	to: string;
	status: 'draft' | 'open' | 'ended';
	code: string;
	people: number;
	teams: number;
	/** Title of the open stage, if any. */
	stage: string | null;
	/** Name of its owner, where that is somebody else. */
	owner: string | null;
	/** Names of its co-facilitators, whoever asks left out. */
	with: string[];
}

/** The workshops that a facilitator leads, alone or with others: running ones first, then the newest. */
export async function workshopLines(facilitator: string): Promise<WorkshopLine[]> {
	const people = db
		.select({ id: person.workshop, people: sql<number>`count(*)`.as('people') })
		.from(person)
		.where(sql`${person.removedAt} is null`)
		.groupBy(person.workshop)
		.as('counted');
	const rows = db
		.select({
			id: workshop.id,
			title: workshop.title,
			place: workshop.place,
			from: workshop.fromDate,
			to: workshop.toDate,
			status: workshop.status,
			code: workshop.code,
			people: sql<number>`coalesce(${people.people}, 0)`,
			stage: stage.title
		})
		.from(workshop)
		.leftJoin(people, eq(people.id, workshop.id))
		.leftJoin(stage, eq(stage.id, workshop.stage))
		.where(
			or(
				eq(workshop.owner, facilitator),
				sql`exists (select 1 from ${coFacilitator} where ${coFacilitator.workshop} = ${workshop.id} and ${coFacilitator.user} = ${facilitator})`
			)
		)
		.orderBy(sql`${workshop.status} <> 'open'`, desc(workshop.createdAt))
		.all();
	return rows.map((row) => {
		const others = leadRows(row.id).filter(({ id }) => id !== facilitator);
		return {
			...row,
			teams: teamCount(row.id),
			owner: others.find((one) => one.owner)?.name ?? null,
			with: others.filter((one) => !one.owner).map(({ name }) => name)
		};
	});
}

function teamCount(id: string): number {
	const newest = db
		.select({ id: division.id })
		.from(division)
		.where(eq(division.workshop, id))
		.orderBy(desc(division.createdAt))
		.get();
	if (!newest) return 0;
	return db.select({ id: team.id }).from(team).where(eq(team.division, newest.id)).all().length;
}

/** Everything of a workshop but its people, teams and sheets. */
export async function workshopRows(id: string) {
	const row = db.select().from(workshop).where(eq(workshop.id, id)).get();
	if (!row) return undefined;
	return {
		row,
		delegations: db.select().from(delegation).where(eq(delegation.workshop, id)).all(),
		stages: db
			.select()
			.from(stage)
			.where(eq(stage.workshop, id))
			.orderBy(asc(stage.position))
			.all(),
		screens: db.select({ id: screen.id }).from(screen).where(eq(screen.workshop, id)).all(),
		missed: row.stage ? missedOf(db, id, row.stage) : []
	};
}

/** Id of the workshop with this code. */
export async function workshopByCode(code: string): Promise<string | undefined> {
	return db.select({ id: workshop.id }).from(workshop).where(eq(workshop.code, code)).get()?.id;
}

/** Workshops whose open stage has a clock that runs, its own or a speaker's. */
export async function running(): Promise<string[]> {
	return db
		.select({ id: workshop.id })
		.from(workshop)
		.innerJoin(stage, eq(stage.id, workshop.stage))
		.where(
			and(
				or(isNotNull(stage.runningSince), isSpokenIn),
				inArray(workshop.status, ['open', 'draft'])
			)
		)
		.all()
		.map((row) => row.id);
}
