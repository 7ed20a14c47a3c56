import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stance } from '../../src/lib/plenary/vote';
import { logTable } from '../../src/lib/server/log-table';
import {
	addToVote,
	castVote,
	closeVote,
	hideNames,
	openVote,
	outcomeOf,
	reopenVote
} from '../../src/lib/server/outcome';
import { removePerson, updatePerson } from '../../src/lib/server/people';
import { mergeSources, splitJoint } from '../../src/lib/server/plenary';
import { results } from '../../src/lib/server/results';
import { voteView } from '../../src/lib/view/vote';
import { openedVote, STANCED } from './opened-vote';
import { more, now, plenaryNow, recommended } from './recommended';
import { serve } from './workshop';

const WORDS = { name: 'Contacts', text: 'Name contacts.', owner: 'AG', horizon: 'short' } as const;

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
	server = await serve();
});
afterAll(() => server.stop());

const why = (outcome: { ok: boolean; why?: string }) => (outcome.ok ? 'ok' : outcome.why);
const votesOf = async (id: string, item: string) =>
	(await results(id))!.joint.find((one) => one.id === item)!.votes;

describe('a vote', () => {
	test('one person has one vote on an item, however often and from wherever they say it', async () => {
		const { id, by, ballot, items, people, cast } = await openedVote(server.url);
		const [a, b] = people.map((one) => one.id) as [string, string];
		for (const stance of ['object', 'accept', 'support'] as const) await cast(a, 0, stance);
		await cast(b, 0, 'object', 'No office for it.');
		await Promise.all(['object', 'accept'].map((one) => cast(a, 1, one as Stance)));
		await closeVote(id, by, ballot);
		expect((await votesOf(id, items[0]!)).total).toEqual({ support: 1, accept: 0, object: 1 });
		const { support, accept, object } = (await votesOf(id, items[1]!)).total;
		expect(support + accept + object).toBe(1);
	});

	test('nobody sees another’s before it is closed, nor a result, in the page, the results or the log', async () => {
		const { id, by, ballot, items, people, cast } = await openedVote(server.url);
		const [a, b] = people.map((one) => one.id) as [string, string];
		await cast(a, 0, 'object', 'SECRET-REASON');
		await cast(b, 1, 'support');
		const seen = async (person: string) =>
			voteView(await now(id), await plenaryNow(id), outcomeOf(id).ballot!, person);
		expect((await seen(a)).mine).toEqual({
			[items[0]!]: { stance: 'object', dots: 0, reason: 'SECRET-REASON' }
		});
		const other = await seen(b);
		expect(Object.keys(other.mine)).toEqual([items[1]]);
		expect(other.result).toBeNull();
		expect(JSON.stringify(other)).not.toContain('SECRET-REASON');
		expect(JSON.stringify(await results(id))).not.toContain('SECRET-REASON');
		const log = await logTable(await now(id));
		expect(log).toContain('vote-cast');
		expect(log).not.toContain('SECRET-REASON');
		expect(log).not.toMatch(/support|object/);
		await closeVote(id, by, ballot);
		expect((await seen(b)).result?.rows.map(({ all }) => all)).toContain(1);
		expect(JSON.stringify(await results(id))).toContain('SECRET-REASON');
		await reopenVote(id, by, ballot);
		expect(JSON.stringify([await seen(b), await results(id)])).not.toContain('SECRET-REASON');
	});

	test('an anonymous one names nobody, wherever it is read; one by name can be made so, and not back', async () => {
		const { id, by, ballot, people, cast } = await openedVote(
			server.url,
			{},
			{ dots: null, named: true }
		);
		const { id: a, name } = people[0]!;
		await cast(a, 0, 'support');
		await closeVote(id, by, ballot);
		const words = async () => {
			const { joint } = (await results(id))!;
			const log = (await logTable(await now(id))).split('\n');
			return JSON.stringify(joint) + log.filter((line) => line.includes('vote-cast')).join();
		};
		expect((await words()).split(name)).toHaveLength(3); // in the results and in the log
		expect(why(await hideNames(id, by, ballot))).toBe('ok');
		expect(await words()).not.toContain(name);
		expect(await words()).not.toContain(a);
		const earlier = (await results(id, Date.now()))!.joint.flatMap((one) => one.votes.byName);
		expect(earlier).toEqual([]);
		expect(why(await hideNames(id, by, ballot))).toBe('already');
	});

	test('what comes after closing is kept and not counted; opened again, everybody may change their mind', async () => {
		const { id, by, ballot, items, people, cast } = await openedVote(server.url);
		const [a] = people.map((one) => one.id) as [string];
		await cast(a, 0, 'support');
		await closeVote(id, by, ballot);
		const late = await cast(a, 0, 'object', 'too late');
		expect(late.ok && late.value).toBe('late');
		expect((await votesOf(id, items[0]!)).total).toEqual({ support: 1, accept: 0, object: 0 });
		expect(outcomeOf(id).ballot!.late).toBe(1);
		expect(await logTable(await now(id))).toContain('too late');
		await reopenVote(id, by, ballot);
		await cast(a, 0, 'object', 'in time');
		await closeVote(id, by, ballot);
		expect((await votesOf(id, items[0]!)).total).toEqual({ support: 0, accept: 0, object: 1 });
	});

	test('observers, people of another workshop and people off the list cast none', async () => {
		const { id, by, cast, people, ballot, items } = await openedVote(server.url);
		const other = await openedVote(server.url);
		const [observer] = (await more(id, by, 'Uganda', 1, 'observer')) as [string];
		expect(why(await cast(observer, 0, 'support'))).toBe('observer');
		expect(why(await cast(other.people[0]!.id, 0, 'support'))).toBe('no-person');
		const [a, b] = people.map((one) => one.id) as [string, string];
		await cast(a, 0, 'support');
		await cast(b, 0, 'support');
		await removePerson(id, by, a);
		expect(why(await cast(a, 0, 'support'))).toBe('no-person');
		await closeVote(id, by, ballot);
		expect((await votesOf(id, items[0]!)).total.support).toBe(1);
		// What is closed stands.
		await removePerson(id, by, b);
		expect((await votesOf(id, items[0]!)).total.support).toBe(1);
	});

	test('a facilitator enters votes for who has no device, marked, and never over their own', async () => {
		const { id, by, ballot, items, people, cast } = await openedVote(server.url);
		const [a, b] = people.map((one) => one.id) as [string, string];
		await cast(a, 0, 'object', 'mine');
		expect(why(await cast(a, 0, 'support', '', true))).toBe('own-vote');
		await cast(b, 0, 'support', '', true);
		await closeVote(id, by, ballot);
		const { vote } = (await results(id))!;
		expect(vote).toMatchObject({ voters: 2, proxies: 1, kind: 'stance' });
		expect((await votesOf(id, items[0]!)).total).toEqual({ support: 1, accept: 0, object: 1 });
	});

	test('who comes back to the list, or is of another delegation, is still nobody in the log', async () => {
		const { id, by, ballot, items, people, cast } = await openedVote(server.url);
		const { id: a, name } = people[0]!;
		const entry = (standing: 'member' | 'observer', delegation: string) => {
			const { role, institution, gender, languages } = people[0]!;
			return { name, delegation, role, institution, gender, languages, standing, extra: [] };
		};
		await cast(a, 0, 'object', 'before');
		await updatePerson(id, by, a, entry('observer', 'Kenya'));
		await updatePerson(id, by, a, entry('member', 'Kenya'));
		await cast(a, 1, 'support');
		await updatePerson(id, by, a, entry('member', 'Somalia'));
		for (const { id: other } of people.slice(1)) await cast(other, 1, 'accept');
		await closeVote(id, by, ballot);
		expect((await votesOf(id, items[0]!)).total.object).toBe(0);
		const { byDelegation } = await votesOf(id, items[1]!);
		expect(byDelegation.Somalia).toEqual({ support: 1, accept: 2, object: 0 });
		const log = await logTable(await now(id));
		expect(log).not.toContain('before');
		const voters = outcomeOf(id).ballot!.voters.map((one) => one.id);
		for (const voter of voters) expect(log).not.toContain(voter);
		expect(
			outcomeOf(id, Date.now() + 1)
				.ballot!.votes.map((one) => one.delegation)
				.sort()
		).toEqual(
			outcomeOf(id)
				.ballot!.votes.map((one) => one.delegation)
				.sort()
		);
	});

	test('dots on what was merged since are free again', async () => {
		const { id, by, ballot, items, people } = await openedVote(
			server.url,
			{},
			{ dots: 2, named: false }
		);
		const give = (at: number, dots: number) =>
			castVote(id, people[0]!.id, {
				ballot,
				item: items[at]!,
				stance: null,
				dots,
				reason: ''
			});
		await give(0, 2);
		expect(why(await give(1, 1))).toBe('too-many-dots');
		await mergeSources(id, by, { into: WORDS, sources: [items[0]!, items[2]!], joints: [] });
		expect(why(await give(1, 2))).toBe('ok');
		await closeVote(id, by, ballot);
		expect((await results(id))!.vote).toMatchObject({ voters: 1 });
		expect((await votesOf(id, items[1]!)).dots).toBe(2);
	});

	test('nobody gives more dots than they have', async () => {
		const { id, ballot, items, people } = await openedVote(
			server.url,
			{},
			{ dots: 3, named: false }
		);
		const give = (at: number, dots: number, stance: Stance | null = null) =>
			castVote(id, people[0]!.id, { ballot, item: items[at]!, stance, dots, reason: '' });
		expect(why(await give(0, 2))).toBe('ok');
		expect(why(await give(1, 2))).toBe('too-many-dots');
		expect(why(await give(0, 1))).toBe('ok');
		expect(why(await give(1, 2))).toBe('ok');
		expect(why(await give(2, 0, 'support'))).toBe('no-vote');
	});

	test('taken apart, a recommendation loses its votes; put to the vote again, it begins anew', async () => {
		const { id, by } = await recommended(server.url, 2);
		const [x, y] = (await plenaryNow(id)).alone.map((one) => one.id) as [string, string];
		const made = await mergeSources(id, by, { into: WORDS, sources: [x, y], joints: [] });
		const joint = made.ok ? made.value : '';
		const opened = await openVote(await now(id), by, STANCED);
		const ballot = opened.ok ? opened.value : '';
		const a = (await now(id)).people[0]!.id;
		const said = { ballot, item: joint, stance: 'support' as const, dots: 0, reason: '' };
		await castVote(id, a, said);
		await splitJoint(id, by, joint, [x, y]);
		expect(why(await addToVote(await now(id), by, ballot, new Set([x, y])))).toBe('ok');
		await castVote(id, a, { ...said, item: x });
		await closeVote(id, by, ballot);
		const { joint: list } = (await results(id))!;
		expect(list.map((one) => [one.id, one.votes.total.support]).sort()).toEqual(
			list.map((one) => [one.id, one.id === x ? 1 : 0]).sort()
		);
	});
});
