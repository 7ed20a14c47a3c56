import { HORIZONS, type Horizon } from '../sheet/layout';
import { shortName, type Plenary } from './joint';

/** What all teams recommend together, as a whole room can read it. */
export interface Board {
	/** How many recommendations there were, and how many they became. */
	from: number;
	to: number;
	/** How many teams recommended something. */
	teams: number;
	horizons: {
		horizon: Horizon;
		/** Those with most teams behind them first. */
		items: { id: string; name: string; teams: number }[];
		/** How many are not shown. */
		more: number;
	}[];
}

/** @param most lines of a column that fit */
export function board({ joints, alone }: Plenary, most: number): Board {
	const all = [
		...joints,
		...alone.map((source) => ({ ...source, name: '', sources: [source] }))
	].map(({ id, sources, ...words }) => ({
		id,
		name: shortName(words),
		horizon: words.horizon,
		teams: [...new Set(sources.map(({ team }) => team))]
	}));
	return {
		from: alone.length + joints.reduce((sum, { sources }) => sum + sources.length, 0),
		to: all.length,
		teams: new Set(all.flatMap(({ teams }) => teams)).size,
		horizons: HORIZONS.map((horizon) => {
			const items = all
				.filter((one) => one.horizon === horizon)
				.map(({ id, name, teams }) => ({ id, name, teams: teams.length }))
				.sort((a, b) => b.teams - a.teams);
			return { horizon, items: items.slice(0, most), more: Math.max(0, items.length - most) };
		})
	};
}
