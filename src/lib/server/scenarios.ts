import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Term } from '../scenario/glossary';
import { readScenario } from '../scenario/read';
import type { Files, Reading, Scenario, Tool } from '../scenario/scenario';
import { byCodeUnit } from '../people/plain';
import * as table from './db/scenarios';
import { readFolder, readToolbox, scenarioFolders } from './files';
import { scenariosFolder, shippedScenarios } from './home';
import { glossaryAt, readingAt, shippedTools } from './reading';

/** All scenarios of the folder, by title; broken ones are listed with what is wrong with them. */
export async function library(): Promise<Reading[]> {
	const tools = await shippedTools(scenariosFolder, shippedScenarios);
	const folders = await scenarioFolders(scenariosFolder);
	const readings = await Promise.all(folders.map((folder) => readingAt(folder, tools)));
	return readings.sort((a, b) => byCodeUnit(a.title, b.title));
}

/** One scenario of the folder. */
export async function readingOf(slug: string): Promise<Reading | undefined> {
	const folder = (await scenarioFolders(scenariosFolder)).find((one) => one.slug === slug);
	return folder && readingAt(folder, await shippedTools(scenariosFolder, shippedScenarios));
}

/** A file of a scenario as it lies in the folder. */
export async function scenarioFile(slug: string, path: string): Promise<Uint8Array | undefined> {
	const folder = (await scenarioFolders(scenariosFolder)).find((one) => one.slug === slug);
	return folder && (await readFolder(folder.path)).get(path);
}

/** The cards that every scenario may use. */
export async function toolbox(): Promise<Tool[]> {
	const tools = await shippedTools(scenariosFolder, shippedScenarios);
	return [...tools.values()].sort((a, b) => byCodeUnit(a.name, b.name));
}

/** A hundred files are not read for everybody who opens a page: again after so long, ms. */
const FRESH = 10_000;
let known: { terms: Promise<Term[]>; at: number } | undefined;

/** The glossary: entries of the scenarios folder, then those that come with the program. */
export function glossary(): Promise<Term[]> {
	if (!known || performance.now() - known.at > FRESH)
		known = { terms: readGlossary(), at: performance.now() };
	return known.terms;
}

async function readGlossary(): Promise<Term[]> {
	const [own, theirs] = [
		await glossaryAt(join(scenariosFolder, 'glossary')),
		await glossaryAt(join(shippedScenarios, 'glossary'))
	];
	return [...new Map([...theirs.terms, ...own.terms]).values()];
}

/** Git and editors change line ends; an edition is the same with either. */
function normalised(path: string, bytes: Uint8Array): Uint8Array {
	if (!path.endsWith('.md')) return bytes;
	return Buffer.from(Buffer.from(bytes).toString('utf8').replace(/\r\n?/g, '\n'));
}

/** The id of an edition: a hash over its files. */
export function editionId(files: Files): string {
	const hash = createHash('sha256');
	for (const [path, bytes] of [...files].sort(([a], [b]) => byCodeUnit(a, b)))
		hash.update(`${path}\0${bytes.length}\0`).update(bytes);
	return hash.digest('base64url');
}

/**
 * Keeps a scenario as it is now, with the cards it may use: what a workshop begins with.
 * @returns undefined where there is none or it cannot be used
 */
export async function keepScenario(
	slug: string
): Promise<{ edition: string; scenario: Scenario } | undefined> {
	const folder = (await scenarioFolders(scenariosFolder)).find((one) => one.slug === slug);
	if (!folder) return undefined;
	const shipped = await shippedTools(scenariosFolder, shippedScenarios);
	const { scenario, tools } = await readingAt(folder, shipped);
	if (!scenario) return undefined;
	const cards = new Map([
		...(await readToolbox(join(shippedScenarios, 'toolbox'))),
		...(await readToolbox(join(scenariosFolder, 'toolbox')))
	]);
	const files = new Map<string, Uint8Array>();
	for (const [path, bytes] of await readFolder(folder.path))
		files.set(path, normalised(path, bytes));
	for (const { id } of tools) {
		const [path, bytes] = [`toolbox/${id}.md`, cards.get(id)];
		if (bytes && !files.has(path)) files.set(path, normalised(path, bytes));
	}
	const edition = editionId(files);
	await table.keepEdition(edition, slug, files, Date.now());
	return { edition, scenario };
}

const editions = new Map<string, { scenario: Scenario; tools: Tool[] }>();

/** A kept edition, read again from its files. */
export async function editionOf(id: string): Promise<{ scenario: Scenario; tools: Tool[] }> {
	const known = editions.get(id);
	if (known) return known;
	const kept = await table.editionFiles(id);
	if (!kept) throw new Error(`no edition ${id}`);
	const { scenario, tools } = readScenario(kept.slug, kept.files, new Map());
	if (!scenario) throw new Error(`edition ${id} cannot be read`);
	const edition = { scenario, tools };
	editions.set(id, edition);
	return edition;
}

/** A file of a kept edition. */
export const editionFile = table.editionFileBytes;
