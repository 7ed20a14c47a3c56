import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { debrief, turn, verdict } from './schema/debrief';
import { device, nameRequest, person, read } from './schema/people';
import { apart, joint, jointSource } from './schema/plenary';
import { decision, roadmapLine } from './schema/roadmap';
import { late, sheet, sheetClient, snapshot, update, updateBlock } from './schema/sheets';
import { division, done, membership, part, team } from './schema/teams';
import { ballot, ballotItem, vote, voter } from './schema/voting';
import { delegation, event, release, stage, workshop } from './schema/workshops';

/** A table of which a workshop has rows. */
export interface PackTable {
	name: string;
	columns: Map<string, PackColumn>;
	/** Which of its columns name a row of which other of these tables. */
	parents: Record<string, string>;
}

/** A column as the database calls it, and what may stand in it. */
export interface PackColumn {
	holds: 'text' | 'number' | 'bytes' | 'json';
	/** Nothing else may stand there. */
	only?: readonly string[];
	nullable: boolean;
}

const HOLDS: Record<string, PackColumn['holds']> = {
	string: 'text',
	number: 'number',
	boolean: 'number',
	json: 'json',
	buffer: 'bytes'
};

function packTable(table: SQLiteTable, parents: Record<string, string>): PackTable {
	const columns = Object.entries(getTableColumns(table)).map(([key, column]) => {
		const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
		const { dataType, enumValues, notNull } = column;
		const holds = HOLDS[dataType];
		if (!holds) throw new Error(`a pack cannot hold ${dataType}`);
		const only = enumValues?.length ? { only: enumValues } : {};
		return [name, { holds, nullable: !notNull, ...only }] as const;
	});
	return { name: getTableName(table), columns: new Map(columns), parents };
}

const inWorkshop = { workshop: 'workshop' };

/**
 * What a workshop is made of, in an order in which each row finds what it names. Not in it:
 * accounts and who leads with whom, links, projectors and settings, which belong to a computer, and the edition, whose
 * files are packed as files.
 */
export const PACKED: readonly PackTable[] = [
	packTable(workshop, { stage: 'stage' }),
	packTable(delegation, inWorkshop),
	packTable(stage, inWorkshop),
	packTable(event, inWorkshop),
	packTable(person, { ...inWorkshop, delegation: 'delegation' }),
	packTable(device, { person: 'person' }),
	packTable(read, { person: 'person' }),
	packTable(nameRequest, { ...inWorkshop, person: 'person' }),
	packTable(division, inWorkshop),
	packTable(team, { division: 'division' }),
	packTable(membership, { team: 'team', person: 'person' }),
	packTable(part, { team: 'team', person: 'person' }),
	packTable(done, { team: 'team', stage: 'stage', person: 'person' }),
	packTable(release, { ...inWorkshop, team: 'team' }),
	packTable(sheet, { ...inWorkshop, team: 'team' }),
	packTable(sheetClient, { sheet: 'sheet', device: 'device' }),
	packTable(update, { sheet: 'sheet', device: 'device' }),
	packTable(updateBlock, { sheet: 'sheet' }),
	packTable(late, { sheet: 'sheet', device: 'device' }),
	packTable(snapshot, { sheet: 'sheet' }),
	packTable(joint, inWorkshop),
	packTable(jointSource, { joint: 'joint', sheet: 'sheet', team: 'team' }),
	packTable(apart, inWorkshop),
	packTable(turn, { stage: 'stage', team: 'team' }),
	packTable(debrief, inWorkshop),
	packTable(verdict, { sheet: 'sheet' }),
	packTable(ballot, inWorkshop),
	packTable(ballotItem, { ballot: 'ballot' }),
	packTable(voter, { ballot: 'ballot', person: 'person', delegation: 'delegation' }),
	packTable(vote, { voter: 'voter' }),
	packTable(decision, inWorkshop),
	packTable(roadmapLine, inWorkshop)
];
