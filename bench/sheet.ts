import { patience, pause } from '../tests/faults/patience';
import type { ServerChild } from '../tests/faults/child';
import type { Visitor } from '../tests/faults/visitor';
import { account, begin, cockpit, enter, prepare, production } from '../tests/live/production';
import { Writer } from '../tests/live/writer';
import { fill, snapshot, typed } from './sheet/log';

export const needsBuild = true;

/** Figures of sheets in memory. */
interface SheetFigures {
	/** Rows of the log of the sheet that is opened. */
	updates: number;
	/** Of the sheet as one update, KiB. */
	size: number;
	/** To open it from nothing but its log, and from its newest snapshot, ms, the way to the server included. */
	openFromLog: number;
	openFromSnapshot: number;
	/** To open it once it is in memory, ms. */
	openAgain: number;
	workshops: number;
	sheets: number;
	/** Updates in each of them. */
	each: number;
	/** Of the process, with none open and with all of them, MiB. */
	memoryBefore: number;
	memoryWithAll: number;
	/** KiB. */
	memoryPerSheet: number;
	/** Sheets in memory after some minutes in which nobody was in them, and how many minutes. */
	leftOpen: number;
	minutesIdle: number;
}

const UPDATES = 30_000;
const WORKSHOPS = 100;
const TEAMS = 5;
const EACH = 300;
/** Longest wait for idle sheets to leave memory, minutes. */
const PATIENCE = 8;

/** Opens a sheet with a long log, then a hundred workshops at once, and waits until they are gone. */
export async function run(): Promise<SheetFigures> {
	await using server = await production();
	const leads = await account(server, 'Rosa');
	return { ...(await long(server, leads)), ...(await many(server, leads)) };
}

async function long(server: ServerChild, leads: Visitor) {
	const here = await prepare(leads, ['Abdi One,Kenya,judge,member']);
	const sheet = (await begin(here, 1)).teams[0]?.sheet ?? '';
	const { cookie } = await enter(server, here.code, 'Abdi One');
	const opening = async () => {
		const writer = new Writer(server.origin, cookie, here.code, sheet);
		await patience(
			() => writer.online,
			10_000,
			() => 'No connection.'
		);
		const since = performance.now();
		const joined = await writer.join();
		const ms = round(performance.now() - since);
		writer.close();
		return { ms, bytes: joined.ok ? joined.update.length : 0 };
	};
	const updates = typed(UPDATES);
	await server.stop('SIGTERM');
	fill(server.data, [sheet], updates);
	await server.start();
	const fromLog = await opening();
	const again = await opening();
	await server.stop('SIGTERM');
	snapshot(server.data, sheet, updates.slice(0, -100));
	await server.start();
	return {
		updates: UPDATES,
		size: round(fromLog.bytes / 1024),
		openFromLog: fromLog.ms,
		openFromSnapshot: (await opening()).ms,
		openAgain: again.ms
	};
}

async function many(server: ServerChild, leads: Visitor) {
	console.log(`Making ${WORKSHOPS} workshops of ${TEAMS} teams …`);
	const ids: string[] = [];
	const sheets: string[] = [];
	for (let n = 0; n < WORKSHOPS; n++) {
		const people = Array.from({ length: TEAMS }, (_, at) => `Person ${at}t,Kenya,judge,member`);
		const here = await prepare(leads, people);
		const { teams } = await begin(here, TEAMS);
		ids.push(here.id);
		sheets.push(...teams.map((team) => team.sheet ?? ''));
	}
	await server.stop('SIGTERM');
	fill(server.data, sheets, typed(EACH));
	await server.start();
	// connections of before the stop are noticed as gone
	await pause(1000);
	const before = await watch(leads);
	for (const id of ids) await cockpit({ id, leads });
	const all = await watch(leads);
	console.log(`${all.openSheets} sheets are open. Waiting until idle ones leave memory …`);
	const since = performance.now();
	const minutes = () => round((performance.now() - since) / 60_000);
	while ((await watch(leads)).openSheets > 0 && minutes() < PATIENCE) await pause(10_000);
	return {
		workshops: WORKSHOPS,
		sheets: all.openSheets,
		each: EACH,
		memoryBefore: round(before.memory / 2 ** 20),
		memoryWithAll: round(all.memory / 2 ** 20),
		memoryPerSheet: round((all.memory - before.memory) / 1024 / all.openSheets),
		leftOpen: (await watch(leads)).openSheets,
		minutesIdle: minutes()
	};
}

/** As the page that watches says it. */
async function watch(leads: Visitor): Promise<{ openSheets: number; memory: number }> {
	const { health } = await leads.data('/facilitate/watch');
	return health as { openSheets: number; memory: number };
}

const round = (value: number) => Math.round(value * 10) / 10;
