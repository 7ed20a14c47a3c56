import { isMuch, holdsWords } from './letters';
import type { Change, FieldChange } from './replay';

/** A row of a sheet's log and what it changed. */
export interface Written {
	/** Its number in the log. */
	seq: number;
	/** ms since 1970 */
	at: number;
	/** Who wrote it, as an actor of an event; '' where nobody knows any more. */
	by: string;
	/** The server wrote it: an earlier view was put back. */
	restored: boolean;
	change: Change;
}

/** What was written within a minute. */
export interface Minute {
	/** Its last row: to put the sheet back to this minute is to put it back to this row. */
	seq: number;
	/** Of that row, ms since 1970. */
	at: number;
	/** Who wrote, in the order in which they came: actors of events. */
	by: string[];
	restored: boolean;
}

/** Somebody took a lot of words away within a minute. */
export interface Loss {
	by: string;
	/** ms since 1970 */
	at: number;
	/** The last row before it, and when that was written. */
	seq: number;
	before: number;
}

/** Both as a page shows them: the newest first, with names in place of actors. */
export interface HistoryView {
	minutes: Minute[];
	losses: Loss[];
}

const MINUTE = 60_000;

/** What a row did to the number of letters. */
interface Step {
	/** Letters before it. */
	stood: number;
	/** How many fewer there are after it. */
	less: number;
	/** The minute as it was before it, if it is not the first of its minute. */
	begun: Minute | undefined;
	/** The row before it. */
	last: { seq: number; at: number };
}

/** What one writer took away since they began to, within a minute. */
interface Took {
	stood: number;
	loss: Loss;
	begun: Minute | undefined;
	lost: number;
	found: boolean;
}

/** The minutes of a sheet's log and where much was lost. Rows are told one after the other. */
export class History {
	readonly minutes: Minute[] = [];
	readonly losses: Loss[] = [];
	#page = new Page();
	#last: { seq: number; at: number } | undefined;
	/** What each writer of this minute took away. */
	#took = new Map<string, Took>();

	/** @param row the next one of the log */
	add({ seq, at, by, restored, change }: Written): void {
		const minute = this.minutes.at(-1);
		let begun: Minute | undefined;
		if (minute && Math.floor(minute.at / MINUTE) === Math.floor(at / MINUTE)) {
			begun = { ...minute, by: [...minute.by] };
			Object.assign(minute, { seq, at, restored: minute.restored || restored });
			if (!minute.by.includes(by)) minute.by.push(by);
		} else {
			this.minutes.push({ seq, at, by: [by], restored });
			this.#took.clear();
		}
		const stood = this.#page.letters;
		this.#page.turn(change.fields);
		const less = stood - this.#page.letters;
		if (!restored && this.#last) this.#count(by, at, { stood, less, begun, last: this.#last });
		this.#last = { seq, at };
	}

	#count(by: string, at: number, { stood, less, begun, last }: Step): void {
		const known = this.#took.get(by);
		if (!known && less <= 0) return;
		const loss = { by, at, seq: last.seq, before: last.at };
		const took = known ?? { stood, loss, begun, lost: 0, found: false };
		took.lost += less;
		this.#took.set(by, took);
		if (took.found || !isMuch(took.stood, took.stood - took.lost)) return;
		took.found = true;
		this.losses.push(took.loss);
		if (took.begun) this.#divide(took.begun);
	}

	/** What was written in a minute before a loss stands on its own: people want that back. */
	#divide(part: Minute): void {
		const at = this.minutes.findIndex(({ seq }) => seq >= part.seq);
		if (this.minutes[at]?.seq !== part.seq) this.minutes.splice(at, 0, part);
	}
}

/** How many letters a sheet shows, kept as fields change. */
class Page {
	letters = 0;
	#lengths = new Map<string, Map<string, number>>();
	#gone = new Set<string>();

	turn(fields: FieldChange[]): void {
		for (const { key, after } of fields) {
			const entry = key.slice(0, key.indexOf('|'));
			const counted = () => (this.#gone.has(entry) ? 0 : sum(this.#lengths.get(entry)));
			const before = counted();
			const lengths = this.#lengths.get(entry) ?? new Map<string, number>();
			if (holdsWords(key)) this.#lengths.set(entry, lengths.set(key, after.length));
			else if (key.endsWith('|gone') && after) this.#gone.add(entry);
			else if (key.endsWith('|gone')) this.#gone.delete(entry);
			this.letters += counted() - before;
		}
	}
}

function sum(lengths: Map<string, number> | undefined): number {
	return [...(lengths?.values() ?? [])].reduce((all, length) => all + length, 0);
}
