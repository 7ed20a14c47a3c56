import { decode } from '$lib/people/encoding';
import type { Entry } from '$lib/people/person';
import { readRoster } from '$lib/people/roster';
import type { RosterProblem } from '$lib/people/roster-problem';
import type { WorkshopState } from '$lib/workshop/state';

/** A list as it was understood, before anything is written. */
export interface ReadList {
	/** As pasted, or as the file has it. */
	text: string;
	people: (Entry & { line: number; extra: [string, string][] })[];
	/** Rows to mend. */
	problems: { line: number; problem: RosterProblem }[];
	/** Rows of people the workshop has already: no trouble when a list is brought again. */
	present: number;
	/** Delegations the workshop lacks. */
	guests: string[];
}

/** Reads a list against the workshop as it is now. */
export function readList(text: string | undefined, state: WorkshopState): ReadList {
	if (text === undefined)
		return {
			text: '',
			people: [],
			problems: [{ line: 1, problem: { kind: 'unreadable' } }],
			present: 0,
			guests: []
		};
	const { entries, problems, guests } = readRoster(text, {
		delegations: state.delegations,
		present: state.people
	});
	const found = problems.map(({ line, message }) => ({ line, problem: message }));
	return {
		text,
		people: entries.map(({ line, entry, extra }) => ({ ...entry, line, extra })),
		problems: found.filter(({ problem }) => problem.kind !== 'present'),
		present: found.filter(({ problem }) => problem.kind === 'present').length,
		guests
	};
}

/**
 * What was pasted, or the chosen file as text.
 * @returns undefined for a file that is no text
 */
export async function textOf(form: FormData): Promise<string | undefined> {
	const file = form.get('file');
	if (file instanceof File && file.size > 0)
		return decode(new Uint8Array(await file.arrayBuffer()));
	return String(form.get('list') ?? '');
}

/** Splits what was read by the delegations that were ticked as new guests. */
export function toAdd(read: ReadList, ticked: readonly string[]): ReadList['people'] {
	return read.people.filter(
		({ delegation }) => !read.guests.includes(delegation) || ticked.includes(delegation)
	);
}
