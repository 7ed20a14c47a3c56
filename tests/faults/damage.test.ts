import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { examineCopy, makeCopy } from '../../src/lib/server/copying';
import { eventHash, rowHash, type Chained, type ChainedEvent } from '../../src/lib/server/db/chain';
import { random } from '../../src/lib/teams/random';
import { contentOf, firstEdition } from '../fixtures/database';
import { judge } from './oracle';
import { pause } from './patience';
import { keepWriting, setTheStage } from './stage';

const SEED = 20_261_125;
const FLIPS = 10;

const folder = mkdtempSync(join(tmpdir(), 'baraza-damage-'));
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

const opened: { close(): void }[] = [];
afterEach(() => opened.splice(0).forEach((db) => db.close()));

/** Opens a data folder as the server does. @returns the sentence with which it does not */
async function start(data: string): Promise<string | undefined> {
	vi.resetModules();
	process.env.BARAZA_DATA = data;
	try {
		opened.push(await import('../../src/lib/server/db'));
		return undefined;
	} catch (error) {
		const { name, message } = error as Error;
		expect(name, message).toBe('CannotStart');
		return message;
	}
}

/** Gives the rows of a log the hashes that this Baraza writes. */
function chain(file: string): void {
	const db = new Database(file);
	const rows = db.prepare('select * from "update" order by seq').all() as Chained[];
	const set = db.prepare('update "update" set hash = ? where seq = ?');
	let before: Buffer | null = null;
	for (const row of rows) set.run((before = rowHash(before, row)), row.seq);
	const events = db.prepare('select * from event order by version').all() as ChainedEvent[];
	before = null;
	for (const row of events)
		db.prepare('update event set hash = ?').run((before = eventHash(before, row)));
	db.close();
}

describe('A7: a database', () => {
	const sound = join(folder, 'sound');
	const file = join(sound, 'baraza.sqlite');
	let copy = '';

	beforeAll(async () => {
		mkdirSync(sound);
		firstEdition(sound, 400);
		expect(await start(sound)).toBeUndefined();
		opened.splice(0).forEach((db) => db.close());
		chain(file);
		const to = join(folder, 'stick');
		mkdirSync(to);
		const made = makeCopy(sound, to, new Date(2026, 10, 24, 11, 18));
		copy = made.ok ? made.file : '';
	});

	/** A folder of its own with the database, damaged, and a copy on a stick and one by itself. */
	function damaged(name: string, harm: (file: string) => void): string {
		const data = join(folder, name);
		mkdirSync(data);
		copyFileSync(file, join(data, 'baraza.sqlite'));
		writeFileSync(join(data, 'newest-copy'), copy);
		harm(join(data, 'baraza.sqlite'));
		return data;
	}
	const flip = (path: string, at: number, bit: number) => {
		const bytes = readFileSync(path);
		bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
		writeFileSync(path, bytes);
	};

	test(`R37: with one of ${FLIPS} bits turned is found at start, at read, or by the log’s hashes; elsewhere one value alone differs`, async () => {
		const next = random(SEED);
		const content = contentOf(file);
		for (let n = 0; n < FLIPS; n++) {
			const at = Math.floor(next() * readFileSync(file).length);
			const data = damaged(`flip-${n}`, (path) => flip(path, at, Math.floor(next() * 8)));
			const sentence = await start(data);
			if (sentence) {
				expect(sentence).toContain(`npm run restore -- "${copy}"`);
				continue;
			}
			let read: ReturnType<typeof contentOf>;
			try {
				read = contentOf(join(data, 'baraza.sqlite'));
			} catch (error) {
				expect((error as { code: string }).code).toMatch(/^SQLITE_/);
				continue;
			}
			const other = [...content].flatMap(([name, rows]) =>
				rows.filter((row, i) => row !== read.get(name)?.[i]).map((row) => ({ name, row }))
			);
			if (other.some(({ name }) => name === 'update' || name === 'event')) {
				const { checkChain } = await import('../../src/lib/server/db/check-chain');
				expect((await checkChain('w')).breaks, `bit ${at}`).not.toEqual([]);
			}
			expect(other.length, `bit ${at}: ${JSON.stringify(other)}`).toBeLessThan(2);
		}
	});
	test('R37: cut short, or with two pages changed about, is found at start, and the newest good copy is named', async () => {
		const size = readFileSync(file).length;
		const cut = damaged('cut', (path) => truncateSync(path, Math.floor(size / 2 / 4096) * 4096));
		const swapped = damaged('swapped', (path) => {
			const bytes = readFileSync(path);
			const [a, b] = [size / 4096 - 2, size / 4096 - 9].map((page) => page * 4096) as [
				number,
				number
			];
			const one = Buffer.from(bytes.subarray(a, a + 4096));
			bytes.copyWithin(a, b, b + 4096);
			one.copy(bytes, b);
			writeFileSync(path, bytes);
		});
		for (const data of [cut, swapped]) {
			const sentence = await start(data);
			expect(sentence).toContain('is damaged');
			expect(sentence).toContain(`npm run restore -- "${copy}"`);
		}
	});
	test('R37: a copy that is damaged itself is not named: the one before it is, or none', async () => {
		const data = damaged('twice', (path) => writeFileSync(path, 'no database'));
		const own = join(data, 'copies');
		mkdirSync(own);
		const made = [12, 17].map((minute) => {
			const good = makeCopy(sound, own, new Date(2026, 10, 25, 11, minute));
			return good.ok ? good.file : '';
		}) as [string, string];
		flip(made[1], 5000, 3);
		expect(await start(data)).toContain(`npm run restore -- "${made[0]}"`);
		flip(made[0], 5000, 3);
		expect(await start(data)).toContain(`npm run restore -- "${copy}"`);
		rmSync(join(data, 'newest-copy'));
		expect(await start(data)).toMatch(/There is no good copy in .*npm run restore -- FILE/);
	});
	test('R37: any turned bit of a copy is found before it is brought back', () => {
		const next = random(SEED + 1);
		const turned = join(folder, 'turned.sqlite');
		copyFileSync(`${copy}.sha256`, `${turned}.sha256`);
		for (let n = 0; n < 40; n++) {
			copyFileSync(copy, turned);
			expect(examineCopy(turned).ok).toBe(true);
			flip(turned, Math.floor(next() * readFileSync(copy).length), n % 8);
			expect(examineCopy(turned).ok).toBe(false);
		}
	});
});

test('A5: a database that another program holds acknowledges nothing meanwhile, and loses nothing', async () => {
	await using stage = await setTheStage({ people: 6, teams: 1 });
	const { crew, server } = stage;
	const stop = keepWriting(crew, 100, SEED);
	await pause(300);
	const other = new Database(join(server.data, 'baraza.sqlite'));
	other.exec('begin immediate');
	const since = performance.now();
	await pause(3000);
	const until = performance.now();
	other.exec('rollback');
	other.close();
	// Answers that were under way when the lock was taken may still arrive.
	const meanwhile = crew.ledger.edits.filter(
		({ acknowledged }) =>
			acknowledged !== null && acknowledged > since + 500 && acknowledged < until
	);
	await pause(300);
	await stop();
	await crew.settle();
	expect(meanwhile.length, 'nothing was on the disk').toBe(0);
	expect(judge(await crew.evidence(server.data))).toEqual([]);
}, 60_000);

test.skipIf(process.platform === 'win32')(
	'A5: a data folder that is moved away while people write loses nothing acknowledged',
	async () => {
		await using stage = await setTheStage({ people: 6, teams: 1 });
		const { crew, server } = stage;
		const stop = keepWriting(crew, 100, SEED);
		await pause(300);
		const away = `${server.data}-away`;
		renameSync(server.data, away);
		await pause(500);
		await server.stop('SIGKILL');
		renameSync(away, server.data);
		await server.start();
		await stop();
		await crew.settle();
		expect(judge(await crew.evidence(server.data))).toEqual([]);
	},
	60_000
);
