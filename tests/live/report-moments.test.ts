import { afterAll, beforeAll, expect, test } from 'vitest';
import { DECISIONS } from '../../src/lib/plenary/decision';
import { STANCES } from '../../src/lib/plenary/vote';
import { plain } from '../../src/lib/report/plain';
import { castVote, closeVote, decideItem, openVote, outcomeOf } from '../../src/lib/server/outcome';
import { lastChange, mergeSources, undoChange } from '../../src/lib/server/plenary';
import { results } from '../../src/lib/server/results';
import { random } from '../../src/lib/teams/random';
import { textOf } from '../../src/lib/sheet/read';
import { readFiles } from '../fixtures/written-files';
import { now, plenaryNow, recommended } from './recommended';
import { serve } from './workshop';

const SEED = 20_261_130;
const MOMENTS = 20;

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
	server = await serve();
});
afterAll(() => server.stop());

/** What each format has of the roadmap, the joint recommendations and their sources. */
async function sameInAll(id: string): Promise<void> {
	const taken = (await results(id))!;
	const { json, csv, markdown, docx, xlsx } = await readFiles(taken);
	expect(json).toEqual(JSON.parse(JSON.stringify(taken)));
	const ofKind = (kind: string) => csv.filter((row) => row.kind === kind).map((row) => row.text);
	const cells = new Set(xlsx.flatMap(({ data }) => data.flat()));
	const paragraphs = new Set(docx.paragraphs);
	const words = [
		...taken.roadmap.map(({ text }) => text),
		...taken.joint.flatMap(({ sources }) => sources.map(({ text }) => text))
	];
	for (const text of words) {
		expect(markdown).toContain(plain(text));
		expect(cells).toContain(text);
		expect(paragraphs).toContain(text);
	}
	expect(ofKind('line')).toEqual(taken.roadmap.map(({ text }) => text));
	expect(csv.filter(({ kind }) => kind === 'joint').map((row) => Number(row.support))).toEqual(
		taken.joint
			.filter((one) => ofKind('joint').includes(one.text))
			.map((one) => one.votes.total.support)
	);
}

test(`E2: at ${MOMENTS} moments of a workshop that goes on, every format says the same`, async () => {
	const { id, by, writers } = await recommended(server.url, 4);
	const chance = random(SEED);
	const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
	const people = (await now(id)).people.map((one) => one.id);
	const steps = [
		async () => {
			const writer = pick(writers);
			const entry = [...writer.doc.share.keys()].find((key) => key.endsWith('|text')) ?? '';
			textOf(writer.doc, entry.split('|')[0] ?? '', 'text').insert(0, 'Also: ');
			await writer.send(writer.taken());
		},
		async () => {
			const { alone } = await plenaryNow(id);
			const [one] = alone;
			const other = alone.find(({ team }) => team !== one?.team);
			if (!one || !other) return;
			const { text, owner, horizon } = one;
			const into = { name: '', text, owner, horizon };
			await mergeSources(id, by, { into, sources: [one.id, other.id], joints: [] });
		},
		async () => {
			const last = lastChange(id);
			if (last) await undoChange(id, by, last.version);
		},
		async () => void (await openVote(await now(id), by, { dots: null, named: chance() < 0.5 })),
		async () => {
			const { ballot } = outcomeOf(id);
			for (const person of people)
				if (ballot)
					await castVote(id, person, {
						ballot: ballot.id,
						item: pick(ballot.items).item,
						stance: pick(STANCES),
						dots: 0,
						reason: '=because("x")'
					});
		},
		async () => void (await closeVote(id, by, outcomeOf(id).ballot?.id ?? '')),
		async () => {
			const { joints, alone } = await plenaryNow(id);
			await decideItem(await now(id), by, pick([...joints, ...alone]).id, pick(DECISIONS));
		}
	];
	for (let moment = 0; moment < MOMENTS; moment++) {
		for (let step = 0; step < 3; step++) await pick(steps)();
		await sameInAll(id);
	}
	expect((await results(id))!.roadmap.length).toBeGreaterThan(0);
}, 60_000);
