import { tables } from './cost';
import type { Traits } from './traits';

/**
 * A division in which two seats can be exchanged, with what that changes. Teams that may take one
 * more person have one empty chair, so that a move is an exchange too.
 * @param start index of the team for each person
 * @param pins index of the team for each pinned person, -1 for the others
 */
export function exchange(traits: Traits, start: Int32Array, pins: Int32Array, teams: number) {
	const people = start.length;
	const movable = Array.from(pins.keys()).filter((person) => (pins[person] as number) < 0);
	const sizes = new Array<number>(teams).fill(0);
	for (const team of start) sizes[team] = (sizes[team] as number) + 1;
	const largest = Math.max(0, ...movable.map((person) => sizes[start[person] as number] as number));
	const chairs = sizes.flatMap((size, team) => (size === largest - 1 ? [team] : []));
	const teamOf = Int32Array.from([...start, ...chairs]);
	chairs.forEach((_, i) => movable.push(people + i));
	/** How many empty chairs each team has. A second one would make sizes differ by two. */
	const empty = sizes.map((size) => (size === largest - 1 ? 1 : 0));

	const classes = traits.classes.map((of) =>
		Int32Array.from({ length: teamOf.length }, (_, i) => of[i] ?? -1)
	);
	const counts = tables(traits, start, teams);
	const change = new Array<number>(classes.length + 1).fill(0);

	/** What it changes when one of a class goes from a team to another: twice (b - a + 1), from the squares. */
	function moving(k: number, kind: number, from: number, to: number): void {
		if (kind < 0) return;
		const count = counts[k] as Int32Array;
		const left = count[kind * teams + from] as number;
		const met = count[kind * teams + to] as number;
		change[k + 1] = (change[k + 1] as number) + 2 * (met - left + 1);
		if (k === 0) change[0] = (change[0] as number) + (left === 1 ? 1 : 0) - (met === 0 ? 1 : 0);
	}

	return {
		people,
		movable,
		teamOf,
		/** What the cost gains by an exchange, in the order of `Cost`; undefined where it is none. Overwritten by the next call. */
		change(a: number, b: number): readonly number[] | undefined {
			const here = teamOf[a] as number;
			const there = teamOf[b] as number;
			if (here === there) return undefined;
			if ((a >= people && empty[there] !== 0) || (b >= people && empty[here] !== 0))
				return undefined;
			change.fill(0);
			for (let k = 0; k < classes.length; k++) {
				const of = classes[k] as Int32Array;
				if (of[a] === of[b]) continue;
				moving(k, of[a] as number, here, there);
				moving(k, of[b] as number, there, here);
			}
			return change;
		},
		swap(a: number, b: number): void {
			const here = teamOf[a] as number;
			const there = teamOf[b] as number;
			classes.forEach((of, k) => {
				const count = counts[k] as Int32Array;
				const step = (kind: number, from: number, to: number) => {
					if (kind < 0) return;
					count[kind * teams + from] = (count[kind * teams + from] as number) - 1;
					count[kind * teams + to] = (count[kind * teams + to] as number) + 1;
				};
				step(of[a] as number, here, there);
				step(of[b] as number, there, here);
			});
			for (const [seat, from, to] of [
				[a, here, there],
				[b, there, here]
			] as const) {
				teamOf[seat] = to;
				if (seat < people) continue;
				empty[from] = 0;
				empty[to] = 1;
			}
		}
	};
}
