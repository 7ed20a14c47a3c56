import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Writer } from '../live/writer';
import { ServerChild } from './child';
import { marker } from './ledger';
import { figure, lengths } from './proof';
import { setTheStage } from './stage';
import { readOrder } from './trace';

const UPDATES = lengths(240, 10_002);
const TEAMS = 6;
const CALLS = 'pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg';
/** Debian's package `strace` has it. */
const isThere = spawnSync('strace', ['-V']).status === 0;

test.skipIf(!isThere)(
	`A3, R1, R2: no answer and no team-mate's update leaves before it is on the disk${isThere ? '' : ' (needs strace)'}`,
	{ timeout: lengths(300_000, 900_000) },
	async () => {
		const folder = mkdtempSync(join(tmpdir(), 'baraza-trace-'));
		const file = join(folder, 'trace');
		// -D: strace is the child, so that signals reach the server itself
		const under = ['strace', '-D', '-f', '-y', '-s', '100000', '-e', `trace=${CALLS}`, '-o', file];
		const child = new ServerChild({}, { under });
		const markers = new Map<string, (count: number) => string>();
		try {
			await using stage = await setTheStage({ people: 2 * TEAMS, teams: TEAMS, child });
			const { server, crew, code } = stage;
			await Promise.all(
				Array.from({ length: TEAMS }, async (_, team) => {
					const [person] = crew.teams(team).people;
					const sheet = person?.view.exercise?.sheet ?? '';
					const writer = new Writer(server.origin, person?.cookie ?? '', code, sheet);
					const joined = await writer.join();
					expect(joined.ok).toBe(true);
					markers.set(writer.id, (count) => marker(900 + team, count));
					for (let count = 1; count <= UPDATES / TEAMS; count++) {
						const taken = await writer.send(writer.write(`${marker(900 + team, count)} `));
						expect(taken.what).toBe('kept');
					}
					writer.close();
				})
			);
			await server.stop('SIGTERM');
			const order = await readOrder(file, markers);
			expect(order.early).toEqual([]);
			// the trace was read as it is meant: every answer and every update was seen in it
			expect([...order.kept.values()]).toEqual(
				markers
					.keys()
					.toArray()
					.map(() => UPDATES / TEAMS)
			);
			expect(order.passedOn.size).toBe(UPDATES);
			figure(
				'A3',
				`strace of ${UPDATES} updates of ${TEAMS} teams`,
				'each answer and each update to a team-mate left after the sync of the log that holds it'
			);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
);
