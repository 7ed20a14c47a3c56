import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairKey } from '../../src/lib/plenary/suggest';
import {
	lastChange,
	mergeSources,
	setApart,
	splitJoint,
	undoChange,
	writeJoint,
	apartPairs
} from '../../src/lib/server/plenary';
import { results } from '../../src/lib/server/results';
import { textOf } from '../../src/lib/sheet/read';
import { plenaryNow, recommended as recommendedAt } from './recommended';
import { serve } from './workshop';

const WORDS = {
	name: 'Contacts',
	text: 'Both sides name contacts.',
	owner: 'AG',
	horizon: 'short'
} as const;

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
	server = await serve();
});
afterAll(() => server.stop());

const recommended = (count: number) => recommendedAt(server.url, count);
const now = plenaryNow;

describe('merging', () => {
	test('a joint recommendation keeps the words of every source, whatever the team writes later', async () => {
		const { id, by, writers } = await recommended(2);
		const before = await now(id);
		expect(before.joints).toEqual([]);
		expect(before.alone).toHaveLength(4);
		const sources = [before.alone[0]!, before.alone[2]!];
		const merged = await mergeSources(id, by, {
			into: WORDS,
			sources: sources.map((one) => one.id),
			joints: []
		});
		expect(merged.ok).toBe(true);
		const entry = `rec/${sources[0]!.id.split('/')[1]}`;
		textOf(writers[0]!.doc, entry, 'text').insert(0, 'Later: ');
		expect(await writers[0]!.send(writers[0]!.taken())).toEqual({ what: 'kept' });
		const { joints, alone } = await now(id);
		expect(joints).toMatchObject([
			{ ...WORDS, sources: [{ text: sources[0]!.text }, { text: sources[1]!.text }] }
		]);
		expect(joints[0]!.sources.map((one) => one.now)).toEqual([`Later: ${sources[0]!.text}`, null]);
		expect(alone).toHaveLength(2);
		const { joint } = (await results(id))!;
		expect(joint.map((one) => one.sources.length)).toEqual([2, 1, 1]);
		expect(joint[0]).toMatchObject({
			...WORDS,
			sources: [{ text: sources[0]!.text, language: '' }, { text: sources[1]!.text }]
		});
	});

	test('one alone is no joint recommendation, and words are written over those that were seen only', async () => {
		const { id, by } = await recommended(1);
		const sources = (await now(id)).alone.map((one) => one.id);
		const refused = { ok: false, why: 'changed-meanwhile' };
		const alone = { into: WORDS, sources: sources.slice(0, 1), joints: [] };
		expect(await mergeSources(id, by, alone)).toEqual(refused);
		await mergeSources(id, by, { into: WORDS, sources, joints: [] });
		const joint = (await now(id)).joints[0]!;
		const first = { ...WORDS, text: 'First.' };
		expect((await writeJoint(id, by, joint.id, first, joint)).ok).toBe(true);
		expect(await writeJoint(id, by, joint.id, { ...WORDS, text: 'Second.' }, joint)).toEqual(
			refused
		);
		expect((await now(id)).joints[0]!.text).toBe('First.');
	});

	test('the results can be had as they were before a merge, between two, and after one was taken back', async () => {
		const { id, by } = await recommended(2);
		const [a, b, c] = (await now(id)).alone.map((one) => one.id) as [string, string, string];
		const moment = async () => {
			await new Promise((done) => setTimeout(done, 5));
			const at = Date.now();
			await new Promise((done) => setTimeout(done, 5));
			return at;
		};
		const merged = async (at: number) =>
			(await results(id, at))!.joint.filter((one) => one.merged).map((one) => one.sources.length);
		const before = await moment();
		const made = await mergeSources(id, by, { into: WORDS, sources: [a, b], joints: [] });
		const between = await moment();
		await mergeSources(id, by, { into: made.ok ? made.value : '', sources: [c], joints: [] });
		const after = await moment();
		await undoChange(id, by, lastChange(id)!.version);
		await undoChange(id, by, lastChange(id)!.version);
		expect(await merged(before)).toEqual([]);
		expect(await merged(between)).toEqual([2]);
		expect(await merged(after)).toEqual([3]);
		expect(await merged(await moment())).toEqual([]);
	});

	test('another workshop’s are out of reach', async () => {
		const [one, other] = [await recommended(1), await recommended(1)];
		const sources = (await now(one.id)).alone.map(({ id }) => id);
		const made = await mergeSources(one.id, one.by, {
			into: WORDS,
			sources,
			joints: []
		});
		const joint = made.ok ? made.value : '';
		const foreign = { into: joint, sources: [], joints: [] };
		expect(await mergeSources(other.id, other.by, foreign)).toEqual({
			ok: false,
			why: 'changed-meanwhile'
		});
		expect(await writeJoint(other.id, other.by, joint, WORDS, WORDS)).toEqual({
			ok: false,
			why: 'changed-meanwhile'
		});
		expect(await splitJoint(other.id, other.by, joint, sources)).toEqual({
			ok: false,
			why: 'changed-meanwhile'
		});
		expect((await now(one.id)).joints).toHaveLength(1);
	});

	test('only the newest step can be taken back, once', async () => {
		const { id, by } = await recommended(1);
		const sources = (await now(id)).alone.map((one) => one.id);
		await mergeSources(id, by, { into: WORDS, sources, joints: [] });
		const first = lastChange(id)!;
		expect(first).toMatchObject({ what: 'joint-merged', name: 'Contacts' });
		await setApart(
			id,
			by,
			sources.map((one) => [one])
		);
		expect(apartPairs(id)).toEqual([sources.toSorted().join(' ')]);
		expect(await undoChange(id, by, first.version)).toEqual({
			ok: false,
			why: 'changed-meanwhile'
		});
		const last = lastChange(id)!;
		expect((await undoChange(id, by, last.version)).ok).toBe(true);
		expect(await undoChange(id, by, last.version)).toEqual({ ok: false, why: 'changed-meanwhile' });
		expect(apartPairs(id)).toEqual([]);
		expect(lastChange(id)).toEqual(first);
	});

	test('put to a joint recommendation and taken out all is as before; dismissed it is for every source of it', async () => {
		const { id, by } = await recommended(2);
		const [a, b, c] = (await now(id)).alone.map((one) => one.id) as [string, string, string];
		const made = await mergeSources(id, by, { into: WORDS, sources: [a, b], joints: [] });
		const into = made.ok ? made.value : '';
		const before = await now(id);
		const put = await mergeSources(id, by, { into, sources: [c], joints: [into] });
		expect(put).toMatchObject({ ok: true, value: into });
		const [joint] = (await now(id)).joints;
		expect(joint).toMatchObject(WORDS);
		expect(joint!.sources.map((one) => one.id).sort()).toEqual([a, b, c].sort());
		await splitJoint(id, by, into, [c]);
		expect(await now(id)).toEqual(before);
		await setApart(id, by, [[c], [a, b]]);
		expect(apartPairs(id).sort()).toEqual([pairKey(a, c), pairKey(b, c)].sort());
		await undoChange(id, by, lastChange(id)!.version);
		expect(apartPairs(id)).toEqual([]);
	});

	test('whatever was merged, taken out and written: nothing is lost, and undone step by step it is as before', async () => {
		const { id, by } = await recommended(4);
		const before = await now(id);
		const every = before.alone.map((one) => one.id).sort();
		const pick = fc.nat({ max: 7 });
		const move = fc.record({
			what: fc.constantFrom('merge', 'split', 'join', 'write'),
			a: pick,
			b: pick
		});
		await fc.assert(
			fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), async (moves) => {
				for (const { what, a, b } of moves) {
					const { joints, alone } = await now(id);
					const [joint, other] = [joints[a % joints.length], joints[b % joints.length]];
					const text = `${what} ${a} ${b}`;
					if (what === 'merge' && alone.length > 1)
						await mergeSources(id, by, {
							into: joint?.id ?? { ...WORDS, text },
							sources: [...new Set([alone[a % alone.length]!.id, alone[b % alone.length]!.id])],
							joints: []
						});
					if (what === 'split' && joint)
						await splitJoint(id, by, joint.id, [joint.sources[b % joint.sources.length]!.id]);
					if (what === 'join' && joint && other)
						await mergeSources(id, by, {
							into: joint.id,
							sources: [],
							joints: [other.id]
						});
					if (what === 'write' && joint)
						await writeJoint(id, by, joint.id, { ...WORDS, text }, joint);
					const after = await now(id);
					const all = [...after.alone, ...after.joints.flatMap((one) => one.sources)];
					expect(all.map((one) => one.id).sort()).toEqual(every);
					expect(after.joints.every((one) => one.sources.length > 0)).toBe(true);
				}
				for (let last = lastChange(id); last; last = lastChange(id))
					expect((await undoChange(id, by, last.version)).ok).toBe(true);
				expect(await now(id)).toEqual(before);
			}),
			{ numRuns: 15 }
		);
	});
});
