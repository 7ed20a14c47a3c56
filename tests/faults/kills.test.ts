import { expect, test } from 'vitest';
import { random } from '../../src/lib/teams/random';
import { judge } from './oracle';
import { pause } from './patience';
import { keepWriting, setTheStage } from './stage';

const SEED = 20_261_124;
const KILLS = 20;
const PEOPLE = 60;

test(`${KILLS} times kill -9 while ${PEOPLE} people write loses nothing acknowledged`, async () => {
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
	console.log(
		`Kills: ${KILLS}. People: ${PEOPLE}. Edits: ${sent}, acknowledged ${acknowledged}. ` +
			`In sync after at most ${Math.round(worst)} ms.`
	);
	expect(judge(evidence)).toEqual([]);
	expect(evidence.integrity).toBe('ok');
	expect(refused).toBe(0);
	expect(acknowledged, 'everything is acknowledged in the end').toBe(sent);
	expect(sent, 'it was a load').toBeGreaterThan(KILLS * PEOPLE);
	// 3 s on a machine of its own; tests share theirs
	expect(worst).toBeLessThan(10_000);
}, 400_000);
