import { expect, test } from 'vitest';
import { random } from '../../src/lib/teams/random';
import { inventPeople } from './invented';
import { Meddled } from './meddled';
import { judge } from './oracle';
import { patience } from './patience';
import { figure, lengths } from './proof';
import { keepWriting, setTheStage } from './stage';

const SEED = 20_261_204;
const TIMES = lengths(5, 30);

/** A list that no page has room for. */
const crowd = { list: inventPeople(2000, ['Kenya'], 2), people: [], guests: [], rows: [] };

test('A4, R5, R39: a full disk keeps nothing back but the word that it is kept', async () => {
	const meddled = new Meddled();
	await using stage = await setTheStage({ people: 12, teams: 3, child: meddled.server });
	const { crew, lead, server } = stage;
	const next = random(SEED);
	const drained: number[] = [];
	let most = 0;
	const everybodyIsTold = (disk: 'ok' | 'full') =>
		patience(
			() => crew.people.every((person) => person.disk === disk),
			20_000,
			() => `Somebody was not told that the disk is ${disk}.`
		);
	for (let time = 0; time < TIMES; time++) {
		const stop = keepWriting(crew, 80, SEED + time);
		await meddled.order({ pages: Math.floor(next() * 5) });
		await everybodyIsTold('full');
		expect((await lead.cockpit()).live.machine).toEqual({ what: 'disk-full', space: true });
		await expect(lead.bring(crowd)).rejects.toThrow('{"disk":true}');
		const healthz = await fetch(`${server.origin}/healthz`);
		expect([healthz.status, await healthz.json()]).toEqual([
			200,
			expect.objectContaining({ ok: true, disk: 'full' })
		]);
		const [someone] = crew.people;
		const read = await someone!.fresh([...someone!.copies.keys()][0]!);
		expect(read.share.size, 'reading works').toBeGreaterThan(0);
		await stop();
		const { sent, acknowledged } = crew.ledger.sum();
		most = Math.max(most, sent - acknowledged);
		await meddled.order({ pages: null });
		const since = performance.now();
		await everybodyIsTold('ok');
		await crew.settle();
		drained.push(performance.now() - since);
		expect((await lead.cockpit()).live.machine).toBeNull();
	}
	await lead.listNames();
	const warned = (what: string | undefined) =>
		patience(
			async () => (await lead.cockpit()).live.machine?.what === what,
			20_000,
			() => `The facilitator is not told: ${what}.`
		);
	await meddled.order({ free: 400_000_000 });
	await warned('disk-low');
	await meddled.order({ free: null });
	await warned(undefined);
	const evidence = await crew.evidence(server.data);
	const { sent, acknowledged, refused } = crew.ledger.sum();
	expect(judge(evidence)).toEqual([]);
	expect(evidence.integrity).toBe('ok');
	expect([acknowledged, refused]).toEqual([sent, 0]);
	expect(most, 'the disk was full in the middle of it').toBeGreaterThan(12);
	const worst = Math.round(Math.max(...drained));
	figure(
		'A4',
		`disk full at ${TIMES} random page counts while 12 people write`,
		`lost 0 of ${sent}; up to ${most} waited; all kept ${worst} ms after it had room`
	);
}, 240_000);
