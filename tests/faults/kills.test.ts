import { expect, test } from 'vitest';
import { random } from '../../src/lib/teams/random';
import { judge } from './oracle';
import { pause } from './patience';
import { figure, lengths, limit } from './proof';
import { keepWriting, setTheStage } from './stage';

const SEED = 20_261_124;
const KILLS = lengths(20, 100, 200);
const PEOPLE = 60;

test(
	`A1, R3: ${KILLS} times kill -9 while ${PEOPLE} people write loses nothing acknowledged`,
	async () => {
		await using stage = await setTheStage({ people: PEOPLE, teams: 10 });
		const { server, crew } = stage;
		const next = random(SEED);
		const syncs: number[] = [];
		for (let kill = 0; kill < KILLS; kill++) {
			const stop = keepWriting(crew, 250, SEED + kill);
			await pause(100 + next() * 600);
			await server.stop('SIGKILL');
			await pause(250); // people write on without a server
			await stop();
			await server.start();
			const back = performance.now();
			await crew.settle();
			syncs.push(performance.now() - back);
		}
		const evidence = await crew.evidence(server.data);
		const { sent, acknowledged, refused } = crew.ledger.sum();
		const worst = Math.max(...syncs);
		expect(judge(evidence)).toEqual([]);
		expect(evidence.integrity).toBe('ok');
		expect(refused).toBe(0);
		expect(acknowledged, 'everything is acknowledged in the end').toBe(sent);
		expect(sent, 'it was a load').toBeGreaterThan(KILLS * PEOPLE);
		// 3 s on a machine of its own; tests share theirs
		expect(worst).toBeLessThan(limit(3000, 30_000));
		figure(
			'A1',
			`${KILLS} of 200 kills at moments of chance while ${PEOPLE} people write`,
			`${acknowledged} edits acknowledged, 0 lost, 0 twice; in sync after at most ${Math.round(worst)} ms`
		);
	},
	lengths(400_000, 1_800_000)
);
