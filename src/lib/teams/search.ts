import { compareCosts, costOf, lowestCost, type Cost } from './cost';
import { exchange } from './exchange';
import type { Traits } from './traits';

/** How much one step of each part of the cost weighs while searching; the best is kept by strict order. */
const WEIGHTS = [2 ** 16, 2 ** 15, 2 ** 12, 2 ** 9, 2 ** 6, 2 ** 3, 1];

/** Warm enough at first to give up an even role for a while, at the end hardly a kind of role. */
const WARM = 60;
const COLD = 0.5;

/**
 * Improves a division by exchanging two people, or a person and an empty chair, of different teams.
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over exchanges, keeping the best division
 * by strict order of the cost, then exchanges as long as one helps. Ends early at the lowest cost possible.
 * @param start index of the team for each person
 * @param pins index of the team for each pinned person, -1 for the others
 * @param next source of random numbers
 * @returns index of the team for each person; sizes stay as even as they were
 */
export function search(
	traits: Traits,
	start: Int32Array,
	pins: Int32Array,
	teams: number,
	next: () => number
): Int32Array {
	const table = exchange(traits, start, pins, teams);
	const lowest = lowestCost(traits, teams);
	let bestCost: Cost = costOf(traits, start, teams);
	let best = table.teamOf.slice();
	const cost = [...bestCost];
	const done = () => compareCosts(bestCost, lowest) === 0;
	const { movable } = table;
	if (movable.length < 2 || teams < 2 || done()) return start;

	const pick = () => movable[Math.floor(next() * movable.length)] as number;
	const rounds = 2000 + 800 * movable.length;
	const cooling = (COLD / WARM) ** (1 / rounds);
	let warmth = WARM;
	for (let round = 0; round < rounds && !done(); round++, warmth *= cooling) {
		const a = pick();
		const b = pick();
		const change = table.change(a, b);
		if (!change) continue;
		let weight = 0;
		for (let i = 0; i < change.length; i++)
			weight += (change[i] as number) * (WEIGHTS[i] as number);
		if (weight > 0 && next() >= Math.exp(-weight / warmth)) continue;
		for (let i = 0; i < change.length; i++) cost[i] = (cost[i] as number) + (change[i] as number);
		table.swap(a, b);
		if (compareCosts(cost, bestCost) < 0) {
			bestCost = [...cost];
			best = table.teamOf.slice();
		}
	}
	return descend(exchange(traits, best.subarray(0, start.length), pins, teams));
}

/** Exchanges as long as one helps. */
function descend(table: ReturnType<typeof exchange>): Int32Array {
	const { movable, people } = table;
	const same = new Array<number>(7).fill(0);
	for (let helped = true; helped;) {
		helped = false;
		for (const a of movable)
			for (const b of movable) {
				const change = a < b ? table.change(a, b) : undefined;
				if (!change || compareCosts(change, same) >= 0) continue;
				table.swap(a, b);
				helped = true;
			}
	}
	return table.teamOf.slice(0, people);
}
