import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LiveRow } from './live/measure';

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

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Baraza's production server beside others, one after the other with the same people typing the
 * same: each server is a process of its own, and all people are in this one.
 * @param values how many people (all of 60, 300 and 1,000 where none is named), for how many seconds
 */
export async function run(values: {
	clients?: string;
	seconds?: string;
}): Promise<{ rows: LiveRow[]; ratios: Ratio[] }> {
	const sizes = values.clients ? [Number(values.clients)] : [60, 300, 1000];
	const seconds = Number(values.seconds ?? 20);
	if (![...sizes, seconds].every((value) => value >= 1 && Number.isInteger(value)))
		throw new Error('--clients and --seconds are whole numbers from 1.');
	install();
	const { measure } = await import('./live/measure');
	const { BARAZA } = await import('./live/baraza');
	const { OTHERS } = await import('./live/others');
	const rows: LiveRow[] = [];
	for (const people of sizes)
		for (const contender of [BARAZA, ...OTHERS]) {
			console.log(`${contender.name}, ${people} people …`);
			const row = await measure(contender, people, seconds);
			console.log(JSON.stringify(row));
			rows.push(row);
		}
	return { rows, ratios: ratios(rows) };
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
