import type { MenuItem } from '$lib/components/menu';
import { m } from '$lib/paraglide/messages';
import { HORIZONS, type Horizon } from '$lib/sheet/layout';
import type { Recommendation } from '$lib/sheet/value';
import { moveTo } from './horizon-prompts';
import type { Room } from './room.svelte';

/** A line of the menu, and the place it moves to: shown while the line is current. */
export interface MoveItem extends MenuItem {
	to?: { horizon: Horizon; rank: number };
}

/** Everything a recommendation's menu can do. */
export function moveItems(room: Room, item: Recommendation, count: number): MoveItem[] {
	const step = (by: 1 | -1): MoveItem => {
		const rank = item.rank + by;
		const off = rank < 1 || rank > count;
		const up = off ? m.case_up_first() : m.case_up({ rank });
		const down = off ? m.case_down_last() : m.case_down({ rank });
		return {
			label: by < 0 ? up : down,
			icon: by < 0 ? 'up' : 'down',
			off,
			act: () => room.moveRecommendation(item.entry, item.horizon, rank)
		};
	};
	const others = HORIZONS.filter((horizon) => horizon !== item.horizon);
	return [
		step(-1),
		step(1),
		...others.map((horizon, index): MoveItem => {
			const there = room.value.recommendations.filter(
				(one) => one.horizon === horizon && one.gone === null
			);
			const to = { horizon, rank: there.length + 1 };
			return {
				label: moveTo(horizon),
				horizon,
				divided: index === 0,
				to,
				act: () => room.moveRecommendation(item.entry, horizon, to.rank)
			};
		}),
		{
			label: m.case_remove(),
			icon: 'close',
			danger: true,
			divided: true,
			act: () => room.remove(item.entry)
		}
	];
}
