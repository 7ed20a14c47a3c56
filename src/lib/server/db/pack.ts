import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
import { dataFolder } from '../home';
import { LEAP } from './activity';
import { db } from './index';
import { PACKED, type PackTable } from './pack-tables';
import { workshop } from './schema/workshops';
import { step, type Actor, type Outcome } from './step';

/** A row as the database has it, by the database's names. */
export type Row = Record<string, string | number | null | Buffer>;

/** Which rows of a table are a workshop's, as a condition with one `?` for its id. */
function within(table: PackTable): string {
	if (table.name === 'workshop') return 'id = ?';
	if (table.parents.workshop) return 'workshop = ?';
	const [column, name] = Object.entries(table.parents)[0] ?? [];
	const parent = PACKED.find((one) => one.name === name);
	if (!parent) throw new Error(`${table.name} belongs to no workshop`);
	return `"${column}" in (select id from "${name}" where ${within(parent)})`;
}

/**
 * A workshop's rows, table by table, all of one moment whatever is written meanwhile.
 * @param id of the workshop
 */
export function* packedRows(id: string): Generator<{ table: string; row: Row }> {
	const moment = new Database(join(dataFolder, 'baraza.sqlite'), { readonly: true });
	try {
		moment.exec('begin');
		for (const table of PACKED) {
			const rows = moment.prepare(
				`select * from "${table.name}" where ${within(table)} order by rowid`
			);
			for (const row of rows.iterate(id)) yield { table: table.name, row: row as Row };
		}
	} finally {
		moment.close();
	}
}

/**
 * Takes in a workshop that was packed elsewhere, whole, as its new owner's. Where people may join,
 * its doors stand open for those whose browsers know another address.
 * @param tables its rows, which name only each other
 * @param doors until when, ms since 1970
 */
export async function insertPacked(
	id: string,
	owner: string,
	tables: ReadonlyMap<string, readonly Row[]>,
	doors: number,
	at: number
): Promise<Outcome<null, 'already-here' | 'code-taken'>> {
	const by: Actor = `facilitator:${owner}`;
	type Why = 'already-here' | 'code-taken';
	return step<null, Why>(id, by, 'brought-from-file', at, (tx, refuse) => {
		const row = tables.get('workshop')?.[0];
		const known = (where: ReturnType<typeof eq>) =>
			tx.select({ id: workshop.id }).from(workshop).where(where).get() !== undefined;
		if (known(eq(workshop.id, id))) refuse('already-here');
		if (known(eq(workshop.code, String(row?.code)))) refuse('code-taken');
		try {
			for (const table of PACKED) insertRows(table, tables.get(table.name) ?? [], owner);
		} catch (error) {
			// A row of it is here already, under another workshop.
			if (/CONSTRAINT/.test(String((error as { code?: string }).code))) refuse('already-here');
			throw error;
		}
		tx.update(workshop)
			.set({
				version: sql`${workshop.version} + ${LEAP}`,
				doorsOpenUntil: row?.status === 'open' ? doors : null
			})
			.where(eq(workshop.id, id))
			.run();
		return { value: null };
	});
}

/** By the driver itself: a log has a hundred thousand rows. It is the transaction's connection. */
function insertRows(table: PackTable, rows: readonly Row[], owner: string): void {
	const columns = [...table.columns.keys()];
	const statements = new Map<string, Database.Statement>();
	for (const row of rows) {
		const given = columns.filter((column) => column in row);
		const names = given.map((column) => `"${column}"`).join(', ');
		const known = statements.get(names);
		const statement =
			known ??
			db.$client.prepare(
				`insert into "${table.name}" (${names}) values (${given.map(() => '?').join(', ')})`
			);
		if (!known) statements.set(names, statement);
		const values = given.map((column) => row[column]);
		if (table.name === 'workshop') {
			values[given.indexOf('owner')] = owner;
			// an account of the other computer; the owner has them here
			if (given.includes('controls')) values[given.indexOf('controls')] = null;
		}
		statement.run(values);
	}
}
