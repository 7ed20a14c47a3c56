import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { score, STANCES, suggestedDots, tally, voteGroups, type Stance, type Vote } from './vote';

const DELEGATIONS = [
	{ id: 'ke', name: 'Kenya', kind: 'host' },
	{ id: 'so', name: 'Somalia', kind: 'host' },
	{ id: 'eu', name: 'European Union', kind: 'guest' },
	{ id: 'ug', name: 'Uganda', kind: 'guest' }
] as const;

/** So many voters of each delegation. */
const people = (numbers: Record<string, number>) =>
	Object.entries(numbers).flatMap(([delegation, count]) =>
		Array.from({ length: count }, (_, i) => ({ voter: `${delegation}${i}`, delegation }))
	);
const groups = (numbers: Record<string, number>) =>
	voteGroups(DELEGATIONS, people(numbers)).map((one) => [one.delegations.join(), one.voters]);

const vote = (
	voter: { voter: string; delegation: string },
	item: string,
	stance: Stance | null,
	more: Partial<Vote> = {}
): Vote => ({ ...voter, item, stance, dots: 0, reason: '', proxy: false, ...more });

describe('groups of voters', () => {
	test('delegations stand by themselves, four guests or more too', () =>
		expect(groups({ ke: 14, so: 13, eu: 2, ug: 4 })).toEqual([
			['ke', 14],
			['so', 13],
			['eu', 2],
			['ug', 4]
		]));
	test('fewer than four guests are one group', () =>
		expect(groups({ ke: 5, so: 5, eu: 1, ug: 2 })).toEqual([
			['ke', 5],
			['so', 5],
			['eu,ug', 3]
		]));
	test('one of several guests joins the others that are one', () =>
		expect(groups({ ke: 5, so: 5, eu: 1, ug: 3 })).toEqual([
			['ke', 5],
			['so', 5],
			['ug', 3]
		]));
	test('a host of one counts with the guests', () =>
		expect(groups({ ke: 5, so: 1, eu: 1, ug: 0 })).toEqual([
			['ke', 5],
			['so,eu', 2]
		]));
	test('one alone is shown in no group', () =>
		expect(groups({ ke: 5, so: 5, eu: 1 })).toEqual([
			['ke', 5],
			['so', 5]
		]));
});

describe('the tally', () => {
	const all = people({ ke: 6, so: 2 });
	test('a recommendation that one delegation carries alone stands below one that both support', () => {
		const votes = [
			...all.map((one) => vote(one, 'a', one.delegation === 'ke' ? 'support' : 'object')),
			...all.map((one, i) => vote(one, 'b', i % 2 ? 'support' : 'accept'))
		];
		const [first, second] = tally(['a', 'b'], votes, voteGroups(DELEGATIONS, votes));
		expect([first?.item, second?.item]).toEqual(['b', 'a']);
		expect(second).toMatchObject({ least: 1, total: { support: 6, object: 2, voters: 8 } });
		expect(second?.score).toBe(score({ support: 0, voters: 2 }));
	});
	test('a small delegation of one mind is not the least supportive one', () => {
		const two = people({ ke: 12, so: 2 });
		const votes = two.map((one, i) => vote(one, 'a', i === 0 ? 'object' : 'support'));
		expect(tally(['a'], votes, voteGroups(DELEGATIONS, votes))[0]?.least).toBe(0);
		const agreed = two.map((one) => vote(one, 'a', 'support'));
		expect(tally(['a'], agreed, voteGroups(DELEGATIONS, agreed))[0]?.least).toBeNull();
	});
	test('an objection names its group, unless that tells who it is', () => {
		const votes = [
			vote(all[0]!, 'a', 'object', { reason: 'one' }),
			vote(all[6]!, 'a', 'support'),
			vote(all[7]!, 'a', 'object', { reason: 'two' }),
			vote(all[1]!, 'b', 'support')
		];
		const [a] = tally(['a'], votes, voteGroups(DELEGATIONS, votes));
		expect(a?.objections.map(({ group, reason }) => [group, reason])).toEqual([
			[null, 'one'], // alone of Kenya in this item
			[1, 'two']
		]);
	});
	test('who gives dots supports, however many', () => {
		const votes = [
			vote(all[0]!, 'a', null, { dots: 3 }),
			vote(all[6]!, 'a', null, { dots: 1 }),
			vote(all[7]!, 'a', null)
		];
		const others = [vote(all[1]!, 'b', null, { dots: 1 })];
		const [a] = tally(['a', 'b'], [...votes, ...others], [], true);
		expect(a?.total).toEqual({ support: 2, accept: 0, object: 0, dots: 4, voters: 3 });
	});
	test('what is taken back counts nowhere', () => {
		const [a] = tally(['a'], [vote(all[0]!, 'a', null)], []);
		expect(a?.total.voters).toBe(0);
		expect(a?.objections).toEqual([]);
	});
	test('dots are the square root of the items, one at least', () =>
		expect([0, 1, 12, 144].map(suggestedDots)).toEqual([1, 1, 3, 12]));
});

describe('whatever people vote', () => {
	const items = ['a', 'b', 'c'];
	const votes = fc
		.array(
			fc.record({
				who: fc.nat(30),
				item: fc.constantFrom(...items),
				stance: fc.constantFrom(...STANCES, null)
			})
		)
		.map((said) => {
			const last = new Map(said.map((one) => [`${one.who}/${one.item}`, one]));
			return [...last.values()].map(({ who, item, stance }) =>
				vote({ voter: `v${who}`, delegation: DELEGATIONS[who % 4]!.id }, item, stance)
			);
		});
	test('the stances of all add up, groups never hold more than all, and nobody stands alone in one', () =>
		fc.assert(
			fc.property(votes, (said) => {
				for (const one of tally(items, said, voteGroups(DELEGATIONS, said))) {
					const { support, accept, object, voters } = one.total;
					expect(support + accept + object).toBe(voters);
					const shown = one.groups.filter((group) => group !== null);
					expect(shown.reduce((sum, group) => sum + group.voters, 0)).toBeLessThanOrEqual(voters);
					expect(shown.every((group) => group.voters !== 1)).toBe(true);
					expect(one.objections).toHaveLength(object);
				}
			})
		));
	test('the order in which votes came changes nothing', () =>
		fc.assert(
			fc.property(votes, fc.integer(), (said, seed) => {
				const other = said.toSorted((a, b) => (hash(a, seed) % 7) - (hash(b, seed) % 7));
				const count = (list: Vote[]) =>
					tally(items, list, voteGroups(DELEGATIONS, list)).map(({ objections, ...rest }) => ({
						...rest,
						objections: objections.map(({ voter }) => voter).sort()
					}));
				expect(count(other)).toEqual(count(said));
			})
		));
	const hash = ({ voter, item }: Vote, seed: number) =>
		[...`${voter}${item}`].reduce((sum, char) => sum * 31 + char.charCodeAt(0), seed) >>> 0;
});
