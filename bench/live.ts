import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LiveRow, Stand } from './live/measure';

/** What `npm run bench -- live` takes beside `--json`. */
export const options = { clients: { type: 'string' }, seconds: { type: 'string' } } as const;
export const needsBuild = true;

/** How Baraza compares with another server at the same number of people; below 1 is better. */
interface Ratio {
	clients: number;
	against: LiveRow['server'];
	cpuPerDelivery: number;
	bytesPerDelivery: number;
	p50: number;
	resyncMs: number;
}

/** What Baraza pays for `synchronous=FULL`, beside itself with NORMAL. */
interface Price {
	clients: number;
	/** µs */
	cpuFull: number;
	cpuNormal: number;
	cpuRatio: number;
	/** ms */
	p50Full: number;
	p50Normal: number;
}

const here = fileURLToPath(new URL('.', import.meta.url));

/** Rounds in which every server has its turn: a machine that is busy for a while is so for all. */
const ROUNDS = 8;

/**
 * Baraza's production server beside others, in turns, with the same people typing the same: each
 * server is a process of its own, and all people are in this one.
 * @param values how many people (all of 60, 300 and 1,000 where none is named), for how many seconds
 * each server is measured
 */
export async function run(values: {
	clients?: string;
	seconds?: string;
}): Promise<{ rows: LiveRow[]; ratios: Ratio[]; price: Price[] }> {
	const sizes = values.clients ? [Number(values.clients)] : [60, 300, 1000];
	const seconds = Number(values.seconds ?? 40);
	if (![...sizes, seconds].every((value) => value >= 1 && Number.isInteger(value)))
		throw new Error('--clients and --seconds are whole numbers from 1.');
	install();
	const rows: LiveRow[] = [];
	const price: Price[] = [];
	for (const people of sizes) {
		const [less, sure, ...others] = (await together(people, seconds)) as [LiveRow, LiveRow];
		rows.push(sure, ...others);
		price.push(priced(sure, less));
	}
	return { rows, ratios: ratios(rows), price };
}

/** All servers with so many people; the first is Baraza with `synchronous=NORMAL`, then as it is. */
async function together(people: number, seconds: number): Promise<LiveRow[]> {
	const { finish, measure, setUp, takeDown } = await import('./live/measure');
	const { BARAZA, LESS_SURE } = await import('./live/baraza');
	const { OTHERS } = await import('./live/others');
	const stands: Stand[] = [];
	const rows: LiveRow[] = [];
	try {
		for (const contender of [LESS_SURE, BARAZA, ...OTHERS]) {
			console.log(`${contender.name}, ${people} people …`);
			stands.push(await setUp(contender, people));
		}
		for (let round = 0; round < ROUNDS; round++)
			for (let at = 0; at < stands.length; at++) {
				const stand = stands[(at + round) % stands.length];
				if (stand) await measure(stand, (seconds * 1000) / ROUNDS);
			}
		for (let next = stands.shift(); next; next = stands.shift()) {
			rows.push(await finish(next));
			console.log(JSON.stringify(rows.at(-1)));
		}
		return rows;
	} finally {
		for (const stand of stands) await takeDown(stand);
	}
}

/** The other servers have a lock file of their own. */
function install(): void {
	if (existsSync(`${here}node_modules`)) return;
	console.log('Installing the servers to measure against (once) …');
	const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: here,
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
	if (status !== 0) throw new Error('The servers to measure against could not be installed.');
}

function priced(full: LiveRow, normal: LiveRow): Price {
	return {
		clients: full.clients,
		cpuFull: full.cpuPerDelivery,
		cpuNormal: normal.cpuPerDelivery,
		cpuRatio: Math.round((100 * full.cpuPerDelivery) / normal.cpuPerDelivery) / 100,
		p50Full: full.p50,
		p50Normal: normal.p50
	};
}

function ratios(rows: LiveRow[]): Ratio[] {
	return rows.flatMap((row) => {
		const ours = rows.find(({ server, clients }) => server === 'baraza' && clients === row.clients);
		if (!ours || row === ours) return [];
		const of = (key: 'cpuPerDelivery' | 'bytesPerDelivery' | 'p50' | 'resyncMs') =>
			Math.round((100 * (ours[key] ?? NaN)) / (row[key] ?? NaN)) / 100;
		return {
			clients: row.clients,
			against: row.server,
			cpuPerDelivery: of('cpuPerDelivery'),
			bytesPerDelivery: of('bytesPerDelivery'),
			p50: of('p50'),
			resyncMs: of('resyncMs')
		};
	});
}
