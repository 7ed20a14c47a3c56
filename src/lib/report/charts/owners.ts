import { HORIZONS, type Horizon } from '../../sheet/layout';
import type { Results } from '../results';
import { unitSquares, type Squares } from './marks';

/** What one owner has in one horizon. */
export interface OwnedCell {
	horizon: Horizon;
	adopted: number;
	/** Not adopted, or not yet. */
	others: number;
	drawn: Squares;
}

export interface OwnedRow {
	/** '' where none is named; null: of several owners together. */
	owner: string | null;
	/** How many owners it stands for. */
	owners: number;
	/** In the order of the horizons. */
	cells: OwnedCell[];
}

interface Owned {
	owner: string;
	horizon: Horizon;
	adopted: boolean;
}

/** Owners beyond these stand together in one row: a chart is no list of names. */
const MOST = 8;
const ACROSS = 5;

/**
 * Recommendations by owner and horizon, those with the most first. What is adopted counts with
 * the owner and horizon it has on the roadmap.
 */
export function ownedRows({ joint, roadmap }: Pick<Results, 'joint' | 'roadmap'>): OwnedRow[] {
	const lines = new Map(roadmap.map((line) => [line.joint, line]));
	const all = joint.map((one): Owned => {
		const { owner, horizon } = lines.get(one.id) ?? one;
		return { owner: owner.trim(), horizon, adopted: lines.has(one.id) };
	});
	const byOwner = [...Map.groupBy(all, ({ owner }) => owner.toLowerCase())]
		.map(([key, list]) => ({ key, list }))
		.sort((a, b) => b.list.length - a.list.length || (a.key < b.key ? -1 : 1));
	const named = byOwner.filter(({ key }) => key !== '');
	const single = named.length > MOST ? named.slice(0, MOST) : named;
	const rest = named.slice(single.length);
	const nobody = byOwner.filter(({ key }) => key === '');
	return [
		...single.map(({ list }) => row(list[0]?.owner ?? '', 1, list)),
		...(rest.length
			? [
					row(
						null,
						rest.length,
						rest.flatMap(({ list }) => list)
					)
				]
			: []),
		...nobody.map(({ list }) => row('', 0, list))
	];
}

function row(owner: string | null, owners: number, list: readonly Owned[]): OwnedRow {
	const cells = HORIZONS.map((horizon) => {
		const here = list.filter((one) => one.horizon === horizon);
		const adopted = here.filter((one) => one.adopted).length;
		const others = here.length - adopted;
		const drawn = unitSquares(owner ?? '', adopted, others, ACROSS);
		return { horizon, adopted, others, drawn };
	});
	return { owner, owners, cells };
}
