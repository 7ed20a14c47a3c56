import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rosterProblem } from '../../src/lib/components/roster-problem';
import { decode } from '../../src/lib/people/encoding';
import type { Entry } from '../../src/lib/people/person';
import { readRoster } from '../../src/lib/people/roster';
import { scenarioFolders } from '../../src/lib/server/files';
import { readingAt, shippedTools } from '../../src/lib/server/reading';
import { inventPeople } from './invented';
import type { Options } from './options';

/** What a rehearsal begins with. */
export interface Given {
	/** The list as text. */
	list: string;
	people: Entry[];
	/** Delegations of the list that are none of the scenario's countries. */
	guests: string[];
	/** Rows that could not be read, each with what to do; the others are kept. */
	rows: string[];
}

type Read<T> = ({ ok: true } & T) | { ok: false; sentences: string[] };

const shipped = fileURLToPath(new URL('../../scenarios', import.meta.url));
const folder = resolve(process.env.BARAZA_SCENARIOS || shipped);

const no = (...sentences: string[]) => ({ ok: false, sentences }) as const;

/** The countries of a scenario by name, or why it cannot be rehearsed. */
async function hostsOf(slug: string): Promise<Read<{ hosts: string[] }>> {
	const folders = await scenarioFolders(folder);
	const found = folders.find((one) => one.slug === slug);
	const there = folders.map((one) => one.slug).join(', ');
	if (!found) return no(`There is no scenario "${slug}" in ${folder}. There are: ${there}.`);
	const { scenario } = await readingAt(found, await shippedTools(folder, shipped));
	if (!scenario)
		return no(`"${slug}" cannot be used. See: npm run scenario -- check ${found.path}`);
	if (!scenario.countries.length)
		return no(`"${slug}" names no countries, so nobody hosts. Add "countries" to scenario.md.`);
	return { ok: true, hosts: scenario.countries.map((country) => country.name) };
}

/**
 * Reads or invents the people.
 * @returns what to begin with, or everything that has to be mended first
 */
export async function readGiven(options: Options): Promise<Read<Given>> {
	const { scenario, roster, people, seed, running } = options;
	const found = running ? ({ ok: true, hosts: [] } as const) : await hostsOf(scenario);
	if (!found.ok) return found;
	const list = roster ? readList(roster) : inventPeople(people, found.hosts, seed);
	if (list === undefined)
		return no(`${roster} cannot be read. Name a CSV file with the columns name and delegation.`);
	const delegations = found.hosts.map((name) => ({ id: name, name, kind: 'host' as const }));
	const { entries, problems, guests } = readRoster(list, { delegations, present: [] });
	const rows = problems.map(({ line, message }) => rosterProblem(line, message));
	if (!entries.length) return no(...rows);
	return { ok: true, list, people: entries.map(({ entry }) => entry), guests, rows };
}

function readList(file: string): string | undefined {
	try {
		return decode(readFileSync(file));
	} catch {
		return undefined;
	}
}
