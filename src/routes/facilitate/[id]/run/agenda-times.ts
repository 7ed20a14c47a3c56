import { left, type Clock } from '$lib/workshop/clock';

/** A line of the agenda with its times. */
export interface AgendaTime {
	id: string;
	title: string;
	state: 'past' | 'open' | 'later';
	/** When it began or would begin, ms since 1970; null before anything was opened. */
	start: number | null;
	/** Whole minutes it took more (or fewer, below 0) than planned; null unless past. */
	difference: number | null;
}

/**
 * Plan against actual. The plan counts from the moment the first stage was opened; what is to
 * come moves with what is open.
 * @param stages in order; planned in ms, times in ms since 1970
 * @param open id and clock of the stage that is open
 * @param now ms since 1970
 * @returns the lines, and how many whole minutes the workshop is behind its plan (below 0: ahead)
 */
export function agendaTimes(
	stages: readonly {
		id: string;
		title: string;
		planned: number;
		openedAt: number | null;
		closedAt: number | null;
	}[],
	open: { id: string; clock: Clock } | null,
	now: number
): { lines: AgendaTime[]; behind: number } {
	const at = stages.findIndex(({ id }) => id === open?.id);
	const began = stages.flatMap(({ openedAt }) => openedAt ?? []);
	const anchor = began.length ? Math.min(...began) : null;
	let next = open ? now + left(open.clock, now) : null;
	const planned = (count: number) =>
		stages.slice(0, count).reduce((sum, stage) => sum + stage.planned, 0);
	const behind =
		anchor === null || next === null ? 0 : Math.round((next - anchor - planned(at + 1)) / 60_000);
	const lines = stages.map((stage, i): AgendaTime => {
		const { id, title, openedAt, closedAt } = stage;
		if (i === at) return { id, title, state: 'open', start: openedAt, difference: null };
		if (i < at) {
			const took = openedAt !== null && closedAt !== null ? closedAt - openedAt : null;
			const difference = took === null ? null : Math.round((took - stage.planned) / 60_000);
			return { id, title, state: 'past', start: openedAt, difference };
		}
		const start = next;
		if (next !== null) next += stage.planned;
		return { id, title, state: 'later', start, difference: null };
	});
	return { lines, behind };
}
