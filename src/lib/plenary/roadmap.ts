import type { Horizon } from '../sheet/layout';

/** How far a line of the roadmap is. */
export const STATUSES = ['agreed', 'begun', 'done', 'stopped'] as const;

export type Status = (typeof STATUSES)[number];

/** What people write of a line of the roadmap. */
export interface LineWords {
	text: string;
	horizon: Horizon;
	/** An institution. */
	owner: string;
	/** Other institutions that take part. */
	owners: string[];
	/** ISO codes. */
	countries: string[];
	/** ISO date, '' where none is set. */
	deadline: string;
	/** How one will know that it is done. */
	indicator: string;
	resources: string;
	status: Status;
	notes: string;
	/** Id of the need or question it answers, or ''. */
	answers: string;
}

/** An adopted recommendation with who does it by when. */
export interface RoadmapLine extends LineWords {
	id: string;
	/** Id of the joint recommendation, or `sheet/recommendation` of one that stood alone. */
	item: string;
	/** In its horizon, from 1. */
	position: number;
}

/** Months from the workshop's last day to the end of a horizon; the last one has none. */
const MONTHS: Record<Horizon, number | null> = { immediate: 3, short: 12, medium: 36, long: null };

/** Months to its beginning. */
const FROM: Record<Horizon, number> = { immediate: 0, short: 3, medium: 12, long: 36 };

/**
 * A horizon in real dates.
 * @param last ISO date of the workshop's last day
 * @returns ISO dates; `to` null: open
 */
export function datesOf(horizon: Horizon, last: string): { from: string; to: string | null } {
	const months = MONTHS[horizon];
	return {
		from: addMonths(last, FROM[horizon]),
		to: months === null ? null : addMonths(last, months)
	};
}

/** So many months later; the 31st becomes the month's last day. */
function addMonths(date: string, months: number): string {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0));
	const there = new Date(lastDay);
	there.setUTCDate(Math.min(day, lastDay.getUTCDate()));
	return there.toISOString().slice(0, 10);
}

/** Which fields of a line are to be filled before people leave. */
export type Gap = 'owner' | 'deadline' | 'indicator';

/** What is missing in a line. */
export function gapsOf(line: Pick<LineWords, Gap>): Gap[] {
	return (['owner', 'deadline', 'indicator'] as const).filter((field) => line[field].trim() === '');
}
