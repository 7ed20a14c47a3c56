import { expect, test } from 'vitest';
import { judge } from './oracle';
import { pause, patience } from './patience';
import { keepWriting, setTheStage } from './stage';

test.for(['SIGTERM', 'SIGINT'] as const)(
	'%s under load ends the server in order, and everybody comes back alone',
	{ timeout: 120_000 },
	async (signal) => {
		await using stage = await setTheStage({ people: 60, teams: 10 });
		const { server, crew } = stage;
		const stop = keepWriting(crew, 200, 7);
		await pause(2000);
		const exit = await server.stop(signal);
		expect(exit.code).toBe(0);
		expect(exit.after).toBeLessThan(5000);
		await patience(
			() => crew.people.every((person) => person.desk?.link.state === 'offline'),
			5000,
			() => 'Somebody still believes to be connected.'
		);
		await stop();
		const unsaved = crew.ledger.sum();
		await server.start();
		await crew.settle();
		const evidence = await crew.evidence(server.data);
		expect(judge(evidence)).toEqual([]);
		const { sent, acknowledged, refused } = crew.ledger.sum();
		console.log(
			`${signal}: ended after ${exit.after} ms. Edits: ${sent}, of which ` +
				`${sent - unsaved.acknowledged} were kept by the people until it was back.`
		);
		expect(refused).toBe(0);
		expect(acknowledged).toBe(sent);
		expect(sent).toBeGreaterThan(300);
	}
);
