import type { Traits } from './traits';

/**
 * How uneven a division is, the most important first: host delegations missing from a team, then for
 * each criterion of `CRITERIA` the sum of the squared numbers of each class in each team. The sum is
 * smallest when every class is spread so that its numbers differ by one at most.
 */
export type Cost = readonly number[];

/** Compares two costs: negative where `a` is the better. */
export function compareCosts(a: Cost, b: Cost): number {
	for (let i = 0; i < a.length; i++) {
		const difference = (a[i] as number) - (b[i] as number);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** The numbers of each class in each team, by criterion: `tables[criterion][class * teams + team]`. */
export function tables(traits: Traits, teamOf: Int32Array, teams: number): Int32Array[] {
	return traits.classes.map((classes, k) => {
		const table = new Int32Array((traits.counts[k] as number) * teams);
		for (let person = 0; person < classes.length; person++) {
			const kind = classes[person] as number;
			if (kind < 0) continue;
			const cell = kind * teams + (teamOf[person] as number);
			table[cell] = (table[cell] as number) + 1;
		}
		return table;
	});
}

/** The cost of a division. @param teamOf index of the team of each person, in the order of `traits` */
export function costOf(traits: Traits, teamOf: Int32Array, teams: number): Cost {
	const all = tables(traits, teamOf, teams);
	const missing = (all[0] as Int32Array).filter((number) => number === 0).length;
	return [missing, ...all.map((table) => table.reduce((sum, number) => sum + number * number, 0))];
}

/**
 * A cost below which no division of these people can come: every class spread by itself.
 * A division that reaches it is the best there is.
 */
export function lowestCost(traits: Traits, teams: number): Cost {
	let missing = 0;
	const squares = traits.classes.map((classes, k) => {
		const sizes = new Int32Array(traits.counts[k] as number);
		for (const kind of classes) if (kind >= 0) sizes[kind] = (sizes[kind] as number) + 1;
		if (k === 0) for (const size of sizes) missing += Math.max(0, teams - size);
		return sizes.reduce((sum, size) => {
			const low = Math.floor(size / teams);
			const high = size - low * teams;
			return sum + high * (low + 1) ** 2 + (teams - high) * low ** 2;
		}, 0);
	});
	return [missing, ...squares];
}
