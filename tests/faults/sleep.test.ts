import { expect, test } from 'vitest';
import { left } from '../../src/lib/workshop/clock';
import { judge } from './oracle';
import { pause, patience } from './patience';
import { figure, lengths } from './proof';
import { keepWriting, setTheStage } from './stage';

const ASLEEP = lengths(17_000, 60_000);

test('B7, R27, R28: a lid that closes costs nothing typed and no minute of the exercise', async () => {
	await using stage = await setTheStage({ people: 12, teams: 3 });
	const { crew, lead, server } = stage;
	const before = (await lead.page()).view.stage!;
	const stop = keepWriting(crew, 300, 11);
	await pause(500);
	server.signal('SIGSTOP');
	await pause(ASLEEP);
	const { sent, acknowledged } = crew.ledger.sum();
	server.signal('SIGCONT');
	const since = performance.now();
	await stop();
	await crew.settle();
	const settled = Math.round(performance.now() - since);
	await patience(
		async () => (await lead.cockpit()).stage?.missed.length === 1,
		5000,
		() => 'The facilitator is not asked.'
	);
	const { view, now } = await lead.page();
	const [slept] = view.stage!.missed;
	expect(slept?.what).toBe('slept');
	expect(Math.abs((slept?.ms ?? 0) - ASLEEP)).toBeLessThan(4000);
	const spent = left(before.clock, 0) - left(view.stage!.clock, now);
	expect(spent, 'only what ran is spent').toBeLessThan(ASLEEP);
	for (const person of crew.people) {
		expect(person.view.exercise?.open, 'nothing closed').toBe(true);
		expect(left(person.view.stage!.clock, now)).toBe(left(view.stage!.clock, now));
	}

	await lead.settleGap(view.stage!.id, true);
	const after = await lead.page();
	expect(after.view.stage).toMatchObject({ gap: 0, missed: [] });
	const counted = left(view.stage!.clock, now) - left(after.view.stage!.clock, after.now);
	expect(counted, 'counted when the facilitator says so').toBeGreaterThanOrEqual(slept!.ms);

	expect(judge(await crew.evidence(server.data))).toEqual([]);
	const end = crew.ledger.sum();
	expect([end.acknowledged, end.refused]).toEqual([end.sent, 0]);
	expect(sent - acknowledged, 'people went on writing').toBeGreaterThan(50);
	figure(
		'B7',
		`server stopped for ${ASLEEP / 1000} s while 12 people write`,
		`lost 0 of ${end.sent}; in sync ${settled} ms after; not counted until asked`
	);
}, 180_000);
