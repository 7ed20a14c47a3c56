import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Crew } from './crew';
import { deskOf } from './desk';
import { FlakyLinks } from './flaky';
import { judge } from './oracle';
import { openPage } from './page';
import { pause, patience } from './patience';
import type { Person } from './person';
import { figure, lengths, limit } from './proof';
import type { Proxy } from './proxy';
import { keepWriting, setTheStage, type Stage } from './stage';
import { writeSomething } from './writing';

/** Sixty people or more behind one address, as in a hotel. */
const TEAMS = lengths(10, 14);
const PEOPLE = TEAMS * 6;
const HOTEL = { 'x-forwarded-proto': 'http', 'x-forwarded-for': '203.0.113.7' };

let stage: Stage;
const long = { timeout: lengths(180_000, 20 * 60_000, 90 * 60_000) };

beforeAll(async () => {
	stage = await setTheStage({ people: PEOPLE, teams: TEAMS, way: { headers: HOTEL } });
}, 180_000);
afterAll(() => stage?.[Symbol.asyncDispose]());

const waysOf = ({ people }: Crew): Proxy[] =>
	people.flatMap((person) => stage.ways[person.number - 1] ?? []);

/** Everything these people wrote is acknowledged and nothing of it is missing. @returns what they wrote, ms until saved */
async function holds(crew: Crew) {
	const ms = Math.round(await crew.settle());
	let evidence = await crew.evidence(stage.server.data);
	// acknowledged is not yet at every team-mate's: what is on its way may come
	for (const end = performance.now() + 10_000; performance.now() < end;) {
		if (judge(evidence).length === 0) break;
		await pause(250);
		evidence = await crew.evidence(stage.server.data);
	}
	expect(judge(evidence)).toEqual([]);
	const { edits } = evidence;
	expect(edits.filter((edit) => edit.acknowledged === null || edit.refused)).toEqual([]);
	return { edits, ms };
}

const writeOne = (person: Person) => {
	const desk = deskOf(person, () => 0.1);
	if (desk) writeSomething(desk, person.wrote);
};

(lengths(false, true) ? test.concurrent : test.skip)(
	'B1, R10: a slow network: typing never waits, and the page never says saved too early',
	long,
	async () => {
		const crew = stage.crew.teams(0);
		const bad = {
			latency: { latency: 300, jitter: 200 },
			bandwidth: 8000,
			stall: { share: 0.05, ms: 2000 }
		};
		for (const way of waysOf(crew)) way.toxics = { headers: HOTEL, ...bad };
		const [me] = crew.people;
		await using page = await openPage(stage, me!, bad);
		const seconds = lengths(20, 60, 600);
		const stop = keepWriting(crew, 1500, 1);
		let [slowest, looks, waited] = [0, 0, 0];
		for (const until = performance.now() + seconds * 1000; performance.now() < until; looks++) {
			const since = performance.now();
			page.type();
			slowest = Math.max(slowest, performance.now() - since);
			await pause(150);
			// first what the page says: meanwhile more may arrive, never less
			const { unsaved, saved } = page.sheet;
			const missing = page.missing();
			expect(missing.length).toBeLessThanOrEqual(unsaved);
			if (saved === 'saved') expect(missing).toEqual([]);
			else waited++;
		}
		await stop();
		for (const way of [...waysOf(crew), page.way]) way.toxics = { headers: way.toxics.headers };
		const ms = await patience(
			() => page.sheet.saved === 'saved' && crew.inSync,
			60_000,
			() => `The page says ${page.sheet.saved}: ${page.sheet.unsaved}.`
		);
		expect(page.missing()).toEqual([]);
		expect(waited, 'it was slow').toBeGreaterThan(0);
		expect(slowest).toBeLessThan(limit(100, 1000));
		expect(ms).toBeLessThan(limit(5000, 30_000));
		const { edits } = await holds(crew);
		figure(
			'B1',
			`${seconds} s of 300 ± 200 ms, 64 kbit/s, 5 % held up for 2 s; 6 people and a page`,
			`${edits.length + page.typed} edits, nothing lost; no key waited over ${Math.ceil(slowest)} ms; ` +
				`${looks} looks: never said saved too early; in sync after ${Math.round(ms)} ms`
		);
	}
);

test.concurrent('B2, R3: links that come and go every few seconds lose nothing', long, async () => {
	const crew = stage.crew.teams(...Array.from({ length: lengths(2, 10) }, (_, at) => at + 1));
	const links = new FlakyLinks(waysOf(crew));
	const seconds = lengths(30, 300, 1800);
	const mend = links.begin({ up: [1000, 8000], away: [1000, 8000], seed: 2 });
	const stop = keepWriting(crew, 1000, 2);
	await pause(seconds * 1000);
	await stop();
	await mend();
	const { edits, ms } = await holds(crew);
	// what vanished is let go by the server once its pings are not answered
	await patience(
		() => connections(stage.server.port) <= PEOPLE + 1 + 5,
		30_000,
		() => `${connections(stage.server.port)} connections for ${PEOPLE} people.`
	);
	expect(links.cuts).toBeGreaterThan(crew.people.length);
	figure(
		'B2',
		`${seconds} s of 1800 s, up 1-8 s, down 1-8 s, ${crew.people.length} people`,
		`${links.cuts} cuts; ${edits.length} edits, nothing lost; in sync after ${ms} ms`
	);
});

/** How many connections a port of this machine has; 0 where the system does not say. */
function connections(port: number): number {
	if (process.platform !== 'linux') return 0;
	const here = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
	return readFileSync('/proc/net/tcp', 'utf8')
		.split('\n')
		.map((line) => line.trim().split(/\s+/))
		.filter(([, local, , state]) => local?.endsWith(here) && state === '01').length;
}

test.concurrent(
	'B3: a link that is dead and says nothing is noticed by both sides, and team-mates are not slowed',
	long,
	async () => {
		const crew = stage.crew.teams(TEAMS - 1);
		const [gone, ...mates] = crew.people;
		const id = gone?.view.me?.id ?? '';
		const [way] = waysOf(crew);
		await patience(
			() => mates.every((mate) => mate.present.includes(id)),
			10_000,
			() => 'Not everybody is seen in the room.'
		);
		way!.dark = true;
		way!.cut('vanish');
		writeOne(gone!);
		const since = performance.now();
		const stop = keepWriting({ people: mates, chances: (seed) => crew.chances(seed) }, 400, 3);
		const knows = async () => {
			await patience(
				() => !gone!.online,
				60_000,
				() => 'The device still believes to be connected.'
			);
			return performance.now() - since;
		};
		const frees = async () => {
			const isFree = () => mates.every((mate) => !mate.present.includes(id));
			await patience(isFree, 60_000, () => 'The server still shows who is gone.');
			return performance.now() - since;
		};
		const [known, freed] = await Promise.all([knows(), frees()]);
		await stop();
		expect(known).toBeLessThan(limit(12_500, 20_000));
		expect(freed).toBeLessThan(45_000);
		way!.dark = false;
		const { edits } = await holds(crew);
		const waits = edits.flatMap(({ writer, at, acknowledged }) =>
			writer === gone!.number ? [] : (acknowledged ?? Infinity) - at
		);
		const slowest = Math.round(Math.max(...waits));
		expect(slowest).toBeLessThan(limit(1000, 10_000));
		figure(
			'B3',
			'all bytes of one link vanish, nobody is told',
			`device knows after ${(known / 1000).toFixed(1)} s, server after ${(freed / 1000).toFixed(1)} s; ` +
				`${waits.length} edits of team-mates saved within ${slowest} ms; nothing lost`
		);
	}
);

test.concurrent('B5: sixty people behind one address are not limited', long, async () => {
	const { crew, server } = stage;
	expect(crew.away).toEqual([]);
	expect(crew.people.length).toBe(PEOPLE);
	expect(server.said).not.toMatch(/slow-down|limit/);
	figure('B5', `${PEOPLE} people with one X-Forwarded-For join and write`, 'nobody was limited');
});

test.concurrent('B6: where WebSockets are blocked everything goes by polling', long, async () => {
	const crew = stage.crew.teams(TEAMS - 2);
	for (const way of waysOf(crew)) {
		way.toxics = { headers: HOTEL, refuseUpgrade: true };
		way.cut('reset');
	}
	const stop = keepWriting(crew, 400, 6);
	await pause(lengths(8, 60) * 1000);
	await stop();
	const { edits, ms } = await holds(crew);
	expect(waysOf(crew).every((way) => way.refused > 0)).toBe(true);
	expect(edits.length).toBeGreaterThan(crew.people.length);
	figure(
		'B6',
		`every Upgrade refused, ${crew.people.length} people`,
		`${edits.length} edits, nothing lost; the last saved after ${ms} ms`
	);
});

test.concurrent(
	'R14: a phone that takes another network is the same person, and what it wrote meanwhile arrives',
	long,
	async () => {
		const crew = stage.crew.teams(TEAMS - 3);
		const [phone] = crew.people;
		const [way] = waysOf(crew);
		const me = phone?.view.me?.id;
		for (const from of ['127.0.0.2', '127.0.0.3']) {
			way!.cut('vanish'); // the old network is simply not there any more
			way!.toxics = { ...(process.platform === 'linux' && { from }) };
			writeOne(phone!);
			await crew.settle();
		}
		expect(phone?.view.me?.id).toBe(me);
		expect((await holds(crew)).edits.length).toBe(2);
	}
);
