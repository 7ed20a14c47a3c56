import type { Reading } from '$lib/scenario/scenario';

/** Where a card is used: the needs in whose expert's view it stands. */
export interface CardUse {
	slug: string;
	title: string;
	/** Numbers of the needs, from 1. */
	needs: number[];
	/** It is a pitfall there, never the way. */
	pitfall: boolean;
}

/** @param tool id of the card */
export function usesOf(tool: string, readings: readonly Reading[]): CardUse[] {
	return readings.flatMap(({ slug, title, scenario }) => {
		const needs = (scenario?.exercises ?? [])
			.flatMap((exercise) => exercise.items.filter((item) => item.kind === 'need'))
			.map((need, i) => ({ number: i + 1, lines: need.expert.filter((one) => one.tool === tool) }))
			.filter(({ lines }) => lines.length > 0);
		if (!needs.length) return [];
		const pitfall = needs.every(({ lines }) => lines.every((one) => one.pitfall));
		return [{ slug, title, needs: needs.map(({ number }) => number), pitfall }];
	});
}
