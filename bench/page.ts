import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromium as installed } from '../tests/e2e/chromium';
import { downloads, weight, type Download } from '../tests/e2e/downloads';
import { ready } from '../tests/e2e/prepared';

/** One file that a participant downloads. */
export interface Piece {
	page: 'join' | 'room';
	/** What the build calls it. */
	name: string;
	/** As sent, with gzip. */
	kib: number;
}

/** KiB of scripts and styles, as a browser gets them from the production server. */
export interface PageFigures {
	room: number;
	join: number;
	pieces: Piece[];
}

/** What a participant downloads to come in and to work, in English. */
export async function run(): Promise<PageFigures> {
	const browser = await chromium.launch({
		executablePath: await installed(),
		args: ['--no-sandbox', '--host-resolver-rules=MAP baraza.lan 127.0.0.1']
	});
	const { world, here, member } = await ready(browser);
	try {
		const room = await downloads(member.page, `/room/${here.code}`);
		const { page } = await world.seat();
		const join = await downloads(page, `/join/${here.code}`);
		return {
			room: tenths(weight(room)),
			join: tenths(weight(join)),
			pieces: [...pieces('room', room), ...pieces('join', join)]
		};
	} finally {
		await world.stop();
		await browser.close();
	}
}

function pieces(page: Piece['page'], list: Download[]): Piece[] {
	const names = built();
	return list
		.map(({ path, bytes }) => ({
			page,
			name: names.get(path.slice(1)) ?? path,
			kib: tenths(bytes / 1024)
		}))
		.sort((a, b) => b.kib - a.kib);
}

/** What stands in each file, as far as this checkout's build still knows. */
function built(): Map<string, string> {
	const file = '.svelte-kit/output/client/.vite/manifest.json';
	if (!existsSync(file)) return new Map();
	const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<
		string,
		{ file: string; name?: string; src?: string }
	>;
	return new Map(
		Object.entries(manifest).map(([key, { file, name, src }]) => [
			file,
			(src ?? name ?? key).replace(/^.*node_modules\//, '')
		])
	);
}

function tenths(kib: number): number {
	return Math.round(kib * 10) / 10;
}
