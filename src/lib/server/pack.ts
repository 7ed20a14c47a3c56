import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';
import * as v from 'valibot';
import * as Y from 'yjs';
import { readScenario } from '../scenario/read';
import { version } from '../../../package.json';
import { unpackBlock } from './db/block';
import { newestMigration } from './db/folder';
import { insertPacked, packedRows, type Row } from './db/pack';
import { PACKED } from './db/pack-tables';
import { editionFiles, keepEdition } from './db/scenarios';
import { lineOf, rowsOf, standAlone } from './pack-rows';
import { editionId } from './scenarios';
import { settled } from './commit';
import { stateOf } from './state';
import { unzip, type ZipProblem } from './zip';

/** A pack may be as large as three days of eight busy teams, and more. */
export const limits = { files: 240, packed: 100 * 1024 * 1024, unpacked: 400 * 1024 * 1024 };

/** Doors stand open so long after a workshop came to another computer, ms. */
const DOORS = 10 * 60_000;

/** Pieces in which a pack is made; between two others have their turn. Bytes. */
const PIECE = 64 * 1024;

const manifest = v.object({
	format: v.literal(1),
	/** When the newest migration of the database it comes from was made, ms since 1970. */
	migration: v.number(),
	/** The program's version. */
	program: v.string(),
	workshop: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
	code: v.string(),
	title: v.string(),
	/** The scenario's folder and the hash over its files. */
	scenario: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/)),
	edition: v.string(),
	/** When the pack was made, ISO. */
	packed: v.string()
});

/** What a pack says of itself, in `manifest.json`. */
export type Manifest = v.InferOutput<typeof manifest>;

/**
 * A workshop as one file: `manifest.json`, `data/*.jsonl` (a line for each row, the log among them)
 * and `scenario/` with the edition's files. As of one moment, while people write on.
 * @returns undefined where there is none; else the pieces of a zip file
 */
export async function packWorkshop(id: string): Promise<AsyncGenerator<Uint8Array> | undefined> {
	const state = await stateOf(id);
	const edition = state && (await editionFiles(state.edition));
	if (!state || !edition) return undefined;
	await settled();
	const about: Manifest = {
		format: 1,
		migration: newestMigration(),
		program: version,
		workshop: id,
		code: state.code,
		title: state.title,
		scenario: edition.slug,
		edition: state.edition,
		packed: new Date().toISOString()
	};
	return pieces(about, edition.files);
}

async function* pieces(
	about: Manifest,
	files: ReadonlyMap<string, Uint8Array>
): AsyncGenerator<Uint8Array> {
	const ready: Uint8Array[] = [];
	const zip = new Zip((error, piece) => {
		if (error) throw error;
		ready.push(piece);
	});
	const begin = (name: string) => {
		const file = new ZipDeflate(name, { level: 6 });
		zip.add(file);
		return file;
	};
	const whole = (name: string, bytes: Uint8Array) => begin(name).push(bytes, true);
	const ours = (text: string) => new TextEncoder().encode(text);
	whole('manifest.json', ours(`${JSON.stringify(about, null, '\t')}\n`));
	for (const [path, bytes] of files) {
		whole(`scenario/${path}`, bytes);
		yield* ready.splice(0);
	}
	let open: { table: string; file: ZipDeflate } | undefined;
	let lines = '';
	for (const { table, row } of packedRows(about.workshop)) {
		if (open && open.table !== table) {
			open.file.push(ours(lines), true);
			lines = '';
		}
		if (open?.table !== table) open = { table, file: begin(`data/${table}.jsonl`) };
		lines += lineOf(row);
		if (lines.length < PIECE) continue;
		open.file.push(ours(lines));
		lines = '';
		yield* ready.splice(0);
		await setImmediate();
	}
	open?.file.push(ours(lines), true);
	zip.end();
	yield* ready.splice(0);
}

/** Why a workshop's file was not opened. */
export type PackRefusal =
	| 'no-pack' // a zip file of something else, or its rows are not a workshop's
	| 'newer' // made by a later Baraza
	| 'already-here'
	| 'code-taken' // by another workshop of this computer
	| ZipProblem;

export type Opened = { ok: true; id: string } | { ok: false; why: PackRefusal };

/**
 * Opens a workshop's file: it becomes the facilitator's here, with its people, their devices, its
 * teams and all they wrote. Everything is checked before anything is kept.
 * @param owner id of the facilitator
 */
export async function openPack(bytes: Buffer, owner: string): Promise<Opened> {
	const unzipped = await unzip(bytes, limits);
	if (!unzipped.ok) return { ok: false, why: unzipped.why };
	const { files } = unzipped;
	const about = manifestIn(files.get('manifest.json'));
	if (typeof about === 'string') return { ok: false, why: about };
	const scenario = new Map<string, Uint8Array>();
	const tables = new Map<string, Row[]>();
	for (const [name, content] of files) {
		const table = PACKED.find((one) => name === `data/${one.name}.jsonl`);
		const rows = table && rowsOf(table, content);
		if (table && rows) tables.set(table.name, rows);
		else if (name.startsWith('scenario/')) scenario.set(name.slice('scenario/'.length), content);
		else if (name !== 'manifest.json') return { ok: false, why: 'no-pack' };
	}
	const { workshop: id, edition } = about;
	const sound =
		standAlone(id, tables) &&
		tables.get('workshop')?.[0]?.edition === edition &&
		editionId(scenario) === edition &&
		readScenario(about.scenario, scenario, new Map()).scenario !== undefined &&
		['update', 'snapshot', 'late'].every((name) => (tables.get(name) ?? []).every(isUpdate)) &&
		(tables.get('update_block') ?? []).every(isBlock);
	if (!sound) return { ok: false, why: 'no-pack' };
	const now = Date.now();
	await keepEdition(edition, about.scenario, scenario, now);
	const brought = await insertPacked(id, owner, tables, now + DOORS, now);
	return brought.ok ? { ok: true, id } : brought;
}

function manifestIn(bytes: Buffer | undefined): Manifest | 'no-pack' | 'newer' {
	let said: unknown;
	try {
		said = JSON.parse(bytes?.toString('utf8') ?? '');
	} catch {
		return 'no-pack';
	}
	const { format, migration } = (said ?? {}) as Partial<Manifest>;
	if (Number(format) > 1 || Number(migration) > newestMigration()) return 'newer';
	const read = v.safeParse(manifest, said);
	return read.success ? read.output : 'no-pack';
}

/** A log is applied as it stands: what is none would hold up everybody when its sheet is opened. */
function isUpdate({ bytes }: { bytes?: unknown }): boolean {
	try {
		Y.decodeUpdate(bytes as Buffer);
		return true;
	} catch {
		return false;
	}
}

/** Old rows of a log, packed. */
function isBlock({ bytes, sheet, from_seq: from }: Row): boolean {
	try {
		return unpackBlock(bytes as Buffer, String(sheet), Number(from)).every((row) =>
			isUpdate({ bytes: row.bytes as Buffer })
		);
	} catch {
		return false;
	}
}
