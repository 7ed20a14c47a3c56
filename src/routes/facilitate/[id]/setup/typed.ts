import type { Stage } from '$lib/workshop/state';
import { line } from '../answer';

/** Longest stage there may be, in minutes: a day. */
const LONGEST = 24 * 60;

/** A workshop's particulars as typed. */
export function particularsOf(form: FormData):
	| {
			ok: true;
			settings: { title: string; place: string; wifi: string; fromDate: string; toDate: string };
	  }
	| { ok: false; why: 'no-name' | 'no-dates' | 'ends-early' } {
	const [title, place, wifi] = [line(form, 'title', 120), line(form, 'place'), line(form, 'wifi')];
	const fromDate = line(form, 'from');
	const toDate = line(form, 'to') || fromDate;
	if (!title) return { ok: false, why: 'no-name' };
	if (![fromDate, toDate].every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)))
		return { ok: false, why: 'no-dates' };
	if (toDate < fromDate) return { ok: false, why: 'ends-early' };
	return { ok: true, settings: { title, place, wifi, fromDate, toDate } };
}

/**
 * The agenda as typed: an empty title or a number that is none leaves the line as it was. A stage
 * that was opened stays.
 */
export function agendaOf(
	form: FormData,
	stages: readonly Pick<Stage, 'id' | 'title' | 'planned' | 'openedAt'>[]
): { id: string; title: string; minutes: number; keep: boolean }[] {
	return stages
		.filter(({ id }) => form.has(`title-${id}`))
		.map(({ id, title, planned, openedAt }) => {
			const minutes = Number(form.get(`minutes-${id}`));
			const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST;
			return {
				id,
				title: line(form, `title-${id}`, 120) || title,
				minutes: fits ? minutes : planned / 60_000,
				keep: openedAt !== null || form.get(`keep-${id}`) === 'yes'
			};
		});
}
