import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	castVote,
	closeVote,
	decideItem,
	moveLine,
	openVote,
	outcomeOf,
	writeLine
} from '../../src/lib/server/outcome';
import { mergeSources, splitJoint, undoChange, lastChange } from '../../src/lib/server/plenary';
import { results } from '../../src/lib/server/results';
import { now, plenaryNow, recommended } from './recommended';
import { serve } from './workshop';

const WORDS = { name: 'Contacts', text: 'Name contacts.', owner: 'AG', horizon: 'short' } as const;

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
	server = await serve();
});
afterAll(() => server.stop());

const why = (outcome: { ok: boolean; why?: string }) => (outcome.ok ? 'ok' : outcome.why);

/** What was before and what comes after are not of one millisecond. */
const moment = () => new Promise((done) => setTimeout(done, 5));

/** A workshop with three recommendations of each team, and what decides of them. */
async function deciding() {
	const { id, by } = await recommended(server.url, 3);
	const alone = (await plenaryNow(id)).alone.map((one) => one.id);
	const decide = async (item: string, is: 'adopt' | 'discuss' | 'leave' | null) =>
		decideItem(await now(id), by, item, is);
	const roadmap = async () => (await results(id))!.roadmap;
	return { id, by, alone, decide, roadmap };
}

describe('the roadmap', () => {
	test('has what is adopted; left out again, its words come back with it', async () => {
		const { id, by, alone, decide, roadmap } = await deciding();
		const [a, b] = alone as [string, string];
		await decide(a, 'adopt');
		await decide(b, 'adopt');
		const [line] = outcomeOf(id).lines;
		const was = { deadline: '', text: line!.text };
		const set = { deadline: '2027-06-11', text: 'Final words.' };
		expect(why(await writeLine(id, by, line!.id, set, was))).toBe('ok');
		expect(await roadmap()).toMatchObject([{ joint: a, ...set }, { joint: b }]);
		await decide(a, 'leave');
		expect((await roadmap()).map((one) => one.joint)).toEqual([b]);
		await decide(a, 'adopt');
		expect(await roadmap()).toMatchObject([{ joint: a, ...set }, { joint: b }]);
		// The words that were voted on stay.
		expect((await results(id))!.joint.find((one) => one.id === a)!.text).toBe(was.text);
		expect(why(await decide(a, 'adopt'))).toBe('already');
		expect(why(await decide('nothing', 'adopt'))).toBe('changed-meanwhile');
	});

	test('two who write one field do not overwrite each other; of two fields both stand', async () => {
		const { id, by, alone, decide, roadmap } = await deciding();
		await decide(alone[0]!, 'adopt');
		const { id: line } = outcomeOf(id).lines[0]!;
		const write = (set: object, was: object) => writeLine(id, by, line, set, was);
		const both = [
			await write({ owner: 'ODPP' }, { owner: '' }),
			await write({ indicator: 'A list' }, { indicator: '' }),
			await write({ owner: 'Police' }, { owner: '' })
		];
		expect(both.map(why)).toEqual(['ok', 'ok', 'changed-meanwhile']);
		expect(await roadmap()).toMatchObject([{ owner: 'ODPP', indicator: 'A list' }]);
		expect(why(await writeLine('other', by, line, {}, {}))).toBe('changed-meanwhile');
	});

	test('is put in order within a horizon; moved to another one, a line stands at its end', async () => {
		const { id, by, alone, decide, roadmap } = await deciding();
		for (const item of alone.slice(0, 3)) await decide(item, 'adopt');
		const lines = () => outcomeOf(id).lines.map((one) => one.id);
		const [a, b, c] = lines() as [string, string, string];
		expect(why(await moveLine(id, by, c, a, [a, b, c]))).toBe('ok');
		expect(lines()).toEqual([c, a, b]);
		expect(why(await moveLine(id, by, c, null, [a, b, c]))).toBe('changed-meanwhile');
		expect(why(await moveLine(id, by, c, null, [c, a, b]))).toBe('ok');
		expect(lines()).toEqual([a, b, c]);
		await writeLine(id, by, a, { horizon: 'long' }, { horizon: 'immediate' });
		expect((await roadmap()).map((one) => one.horizon)).toEqual(['immediate', 'immediate', 'long']);
	});

	test('what is adopted and then merged stays on it, with what was written', async () => {
		const { id, by, alone, decide, roadmap } = await deciding();
		const [a, b] = alone as [string, string];
		await decide(a, 'adopt');
		const { id: line } = outcomeOf(id).lines[0]!;
		await writeLine(id, by, line, { deadline: '2027-06-11' }, { deadline: '' });
		const { version } = await now(id);
		const made = await mergeSources(id, by, { into: WORDS, sources: [a, b], joints: [] });
		const joint = made.ok ? made.value : '';
		// one step: nothing comes between what is merged and its line
		expect((await now(id)).version).toBe(version + 1);
		await moment();
		const merged = Date.now();
		await moment();
		expect(await roadmap()).toMatchObject([{ joint, deadline: '2027-06-11' }]);
		await splitJoint(id, by, joint, [a, b]);
		expect(await roadmap()).toMatchObject([{ joint: a, deadline: '2027-06-11' }]);
		const earlier = (await results(id, merged))!.roadmap;
		expect(earlier).toMatchObject([{ joint, deadline: '2027-06-11' }]);
	});

	test('a recommendation that is taken apart leaves it, and comes back when that is taken back', async () => {
		const { id, by, alone, decide, roadmap } = await deciding();
		const sources = alone.slice(0, 2);
		const made = await mergeSources(id, by, { into: WORDS, sources, joints: [] });
		const joint = made.ok ? made.value : '';
		await decide(joint, 'adopt');
		await splitJoint(id, by, joint, sources);
		expect(await roadmap()).toEqual([]);
		await undoChange(id, by, lastChange(id)!.version);
		expect(await roadmap()).toMatchObject([{ joint, text: WORDS.text, owner: 'AG' }]);
	});

	test('every recommendation has a state, and the results of an earlier time have that time’s', async () => {
		const { id, by, alone, decide } = await deciding();
		const [a, b, c, d] = alone as [string, string, string, string];
		const opened = await openVote(await now(id), by, { dots: null, named: false });
		const ballot = opened.ok ? opened.value : '';
		const person = (await now(id)).people[0]!;
		for (const item of [c, d]) {
			const said = { ballot, item, stance: 'object' as const, dots: 0, reason: 'No.' };
			await castVote(id, person.id, said);
		}
		await closeVote(id, by, ballot);
		await decide(a, 'adopt');
		await moment();
		const before = Date.now();
		await moment();
		await decide(b, 'leave');
		await decide(d, 'adopt');
		const states = async (at?: number) => {
			const { joint } = (await results(id, at))!;
			return [a, b, c, d].map((item) => joint.find((one) => one.id === item)!.state);
		};
		expect(await states()).toEqual(['adopted', 'left-out', 'objected', 'adopted']);
		expect(await states(before)).toEqual(['adopted', 'open', 'objected', 'objected']);
		expect((await results(id, before))!.roadmap.map((one) => one.joint)).toEqual([a]);
	});
});
