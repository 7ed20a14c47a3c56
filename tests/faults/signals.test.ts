import { expect, test } from 'vitest';
import { judge } from './oracle';
import { pause, patience } from './patience';
import { figure, lengths, limit } from './proof';
import { keepWriting, setTheStage } from './stage';

test.for(['SIGTERM', 'SIGINT'] as const)(
	'A6: %s under load ends the server in order, and everybody comes back alone',
	{ timeout: lengths(240_000, 600_000) },
	async (signal) => {
		const people = lengths(60, 300);
		await using stage = await setTheStage({ people, teams: people / 6 });
		const { server, crew } = stage;
		const stop = keepWriting(crew, lengths(200, 1000), 7);
		await pause(2000);
		const exit = await server.stop(signal);
		expect(exit.code).toBe(0);
		expect(exit.after).toBeLessThan(limit(5000, 15_000));
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
		expect(refused).toBe(0);
		expect(acknowledged).toBe(sent);
		expect(sent).toBeGreaterThan(300);
		figure(
			'A6',
			`${signal} while ${people} people write`,
			`ended after ${exit.after} ms with exit code 0; ${sent} edits, nothing lost, ` +
				`${sent - unsaved.acknowledged} of them kept by the people until it was back`
		);
	}
);
