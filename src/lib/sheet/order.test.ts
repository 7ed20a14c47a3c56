import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byRank, placeAt, type Ranked } from './order';

/** The list after ranks were set, in its new order. */
function after(list: Ranked[], entry: string, position: number) {
	const ranks = placeAt(list, entry, position);
	return [...list, { entry, rank: null }]
		.map((item) => ({ ...item, rank: ranks.get(item.entry) ?? item.rank }))
		.sort(byRank)
		.map((item) => item.entry);
}

const item = (entry: string, rank: string | null): Ranked => ({ entry, rank });

describe('placeAt', () => {
	test('only the placed one gets a rank where there is room', () => {
		const list = [item('a', 'a0'), item('b', 'a1')];
		expect([...placeAt(list, 'x', 1).keys()]).toEqual(['x']);
		expect(after(list, 'x', 1)).toEqual(['a', 'x', 'b']);
		expect(after(list, 'x', 0)).toEqual(['x', 'a', 'b']);
		expect(after(list, 'x', Infinity)).toEqual(['a', 'b', 'x']);
	});
	test('equal ranks are renewed first', () => {
		const list = [item('a', 'a0'), item('b', 'a0'), item('c', 'a0'), item('d', 'a5')];
		expect(after(list, 'x', 1)).toEqual(['a', 'x', 'b', 'c', 'd']);
		expect([...placeAt(list, 'x', 1).keys()]).toEqual(['x', 'b', 'c']);
	});
	test('whatever the ranks are, also none and nonsense, it stands where it was put', () => {
		const rank = fc.oneof(
			fc.constant(null),
			fc.constantFrom(
				'a0',
				'a1',
				'a1V',
				'Zz',
				'b00',
				'A00000000000000000000000000',
				'z',
				'0',
				'a00'
			),
			fc.string({ maxLength: 5 })
		);
		const lists = fc.array(rank, { maxLength: 8 });
		fc.assert(
			fc.property(lists, fc.nat(9), (ranks, position) => {
				const list = ranks.map((r, i) => item(`e${i}`, r)).sort(byRank);
				const expected = list.map((i) => i.entry);
				expected.splice(Math.min(position, list.length), 0, 'x');
				expect(after(list, 'x', position)).toEqual(expected);
			}),
			{ numRuns: 2000, seed: 3 }
		);
	});
	test('thousands of moves into the same gap keep ranks short', () => {
		let list = [item('a', 'a0'), item('b', 'a1')];
		for (let n = 0; n < 2000; n++) {
			const ranks = placeAt(list, `x${n}`, 1);
			list = [list[0], item(`x${n}`, null), ...list.slice(1, 8)]
				.filter((i) => i !== undefined)
				.map((i) => item(i.entry, ranks.get(i.entry) ?? i.rank));
			expect([...list].sort(byRank)).toEqual(list);
			for (const { rank } of list) expect(rank?.length).toBeLessThanOrEqual(100);
		}
	});
});
