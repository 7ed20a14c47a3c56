import type { Status } from '$lib/plenary/roadmap';
import { STATUSES } from '$lib/plenary/roadmap';
import { HORIZONS, type Horizon } from '$lib/sheet/layout';

/** Ways to look at the roadmap. */
export const VIEWS = ['table', 'timeline', 'owner'] as const;

/** What a line is filtered and sorted by. */
interface Sortable {
	horizon: Horizon;
	owner: string;
	owners: string[];
	countries: string[];
	deadline: string;
	status: Status;
}

/** What is asked for; '' asks for everything. */
export interface Only {
	country: string;
	/** An institution that owns it or takes part. */
	owner: string;
	status: string;
}

/** The lines that are asked for, in their order. A line without countries concerns all. */
export function filtered<Line extends Sortable>(lines: readonly Line[], only: Only): Line[] {
	return lines.filter(
		({ countries, owner, owners, status }) =>
			(!only.country || countries.length === 0 || countries.includes(only.country)) &&
			(!only.owner || [owner, ...owners].includes(only.owner)) &&
			(!only.status || status === only.status)
	);
}

/** By what lines can be sorted; '' keeps the order the room gave them. */
export const SORTS = ['', 'deadline', 'owner', 'status'] as const;

/** Sorted within each horizon; what has no date or owner comes last. */
export function sorted<Line extends Sortable>(lines: readonly Line[], by: string): Line[] {
	const last = '\uffff';
	const key = (line: Line) =>
		by === 'deadline' || by === 'owner'
			? line[by] || last
			: by === 'status'
				? String(STATUSES.indexOf(line.status))
				: '';
	return lines.toSorted(
		(a, b) =>
			HORIZONS.indexOf(a.horizon) - HORIZONS.indexOf(b.horizon) ||
			(key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
	);
}

/** Everybody who owns a line or takes part in one, in the order of their names. */
export function ownersOf(lines: readonly Sortable[]): string[] {
	const all = lines.flatMap(({ owner, owners }) => [owner, ...owners]);
	return [...new Set(all.filter(Boolean))].sort();
}
