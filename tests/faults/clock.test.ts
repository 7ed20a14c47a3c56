import { expect, test } from 'vitest';
import { left, spent } from '../../src/lib/workshop/clock';
import { Meddled } from './meddled';
import { patience } from './patience';
import { figure } from './proof';
import { setTheStage } from './stage';

const HOUR = 3_600_000;
const SECOND = 1000;

test('B10, R27, R28, R29: a computer’s clock that jumps ends nothing and releases nothing', async () => {
	const meddled = new Meddled();
	await using stage = await setTheStage({ people: 4, teams: 2, child: meddled.server });
	const { crew, lead } = stage;
	const missed = (what: string[]) =>
		patience(
			async () => {
				const { stage: open } = (await lead.page()).view;
				return JSON.stringify(open?.missed.map((one) => one.what)) === JSON.stringify(what);
			},
			5 * SECOND,
			() => `The facilitator is not told: ${what.join(', ')}.`
		);
	const begun = performance.now();
	const run = async () => {
		const { view, now } = await lead.page();
		return { ...view, open: view.stage!, now, spent: spent(view.stage!.clock, now) };
	};
	const timesRight = async (counted: number) => {
		const { open, now, spent: so } = await run();
		const passed = performance.now() - begun + counted;
		expect(so).toBeLessThanOrEqual(passed + 3 * SECOND);
		expect(so).toBeGreaterThan(passed - 6 * SECOND);
		await patience(
			() =>
				crew.people.every(
					(person) => left(person.view.stage!.clock, now) === left(open.clock, now)
				),
			2 * SECOND,
			() => 'Somebody is shown another time.'
		);
	};

	await meddled.order({ shift: HOUR });
	await missed(['forward']);
	await timesRight(0);
	await meddled.order({ shift: -2 * HOUR });
	await missed(['forward', 'back']);
	await timesRight(0);
	const { open, injects } = await run();
	expect(Math.abs(open.gap - HOUR)).toBeLessThan(SECOND);
	expect(injects.flatMap(({ released }) => released)).toEqual([]);
	await lead.settleGap(open.id, false);
	await missed([]);
	await timesRight(0);

	// The first inject falls due 3 s after the facilitator has counted a jump.
	const [first, ...later] = injects.filter(({ at }) => at !== null);
	const near = first!.at! - (await run()).spent - 4 * SECOND;
	await meddled.order({ shift: -2 * HOUR + near });
	await missed(['forward']);
	const asked = await run();
	await lead.settleGap(asked.open.id, true);
	const out = async () => (await run()).injects.find(({ id }) => id === first!.id)!.released;
	await patience(
		async () => (await out()).length > 0,
		15 * SECOND,
		() => 'An inject that fell due was not released.'
	);
	const once = await out();
	expect(new Set(once.map(({ team }) => team)).size).toBe(first!.teams.length);

	// Two hours more that are counted: whatever fell due in it is offered, and the first is not out again.
	await meddled.order({ shift: near });
	await missed(['forward']);
	await lead.settleGap(asked.open.id, true);
	await patience(
		async () => (await run()).spent > 2 * HOUR,
		5 * SECOND,
		() => 'The hours were not counted.'
	);
	const end = performance.now() + 6 * SECOND; // longer than two ticks of the server are apart
	while (performance.now() < end) {
		const { injects: now } = await run();
		expect(now.find(({ id }) => id === first!.id)?.released).toEqual(once);
		for (const { id, released } of now)
			if (later.some((one) => one.id === id && one.at! < 2 * HOUR)) expect(released).toEqual([]);
	}
	const closed = await run();
	expect(closed.open.id, 'nothing closed').toBe(open.id);
	expect(left(closed.open.clock, closed.now), 'time is up').toBe(0);
	for (const person of crew.people) expect(person.view.exercise?.open).toBe(true);
	figure(
		'B10',
		'the server’s clock put forward by an hour, back by three, forward again',
		`nothing closed; an inject that fell due released once to each of ${once.length} teams`
	);
}, 120_000);
