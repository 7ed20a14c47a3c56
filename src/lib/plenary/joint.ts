import type { Horizon } from '../sheet/layout';
import type { SheetValue } from '../sheet/value';
import type { Proposal } from './likeness';
import { languageOf } from './words';

/** A team's recommendation as the plenary sees it. */
export interface Source extends Proposal {
	/** `sheet/recommendation` */
	id: string;
	/** The team's id. */
	team: string;
	/** A language's code, '' where the words do not tell. */
	language: string;
	countries: string[];
	/** In its team's horizon, from 1. */
	rank: number;
	/** The team wrote it otherwise since it was merged, or removed it (''); null: as it was. */
	now: string | null;
}

/** What people write for a joint recommendation. */
export interface JointWords {
	/** Up to 40 characters, for projector and tables; '' falls back to the text. */
	name: string;
	text: string;
	owner: string;
	horizon: Horizon;
}

/** A merged recommendation with all its sources. */
export interface Joint extends JointWords {
	id: string;
	sources: Source[];
}

/** The plenary as it is. */
export interface Plenary {
	/** The oldest first. */
	joints: Joint[];
	/** What is merged with nothing: by team, horizon and rank, as it is written now. */
	alone: Source[];
}

/** What a team's sheet recommends, as it says now; empty ones are none yet. */
export function sourcesOf(sheet: string, team: string, value: SheetValue): Source[] {
	return value.recommendations
		.filter(({ gone, text }) => gone === null && text.trim() !== '')
		.map(({ entry, text, horizon, owner, countries, answers, rank }) => ({
			id: `${sheet}/${entry.replace(/^rec\//, '')}`,
			team,
			text,
			language: languageOf(text),
			horizon,
			owner,
			countries,
			answers,
			rank,
			now: null
		}));
}

/** Most characters of a short name. */
export const MOST_NAME = 40;

/**
 * Puts the recommendations of all teams beside what was merged of them. Nothing is lost: each is
 * in one joint recommendation or stands alone.
 * @param merged joint ones with their sources, in the words they had then
 * @param written what the teams' sheets say now
 */
export function plenary(merged: readonly Joint[], written: readonly Source[]): Plenary {
	const now = new Map(written.map((source) => [source.id, source.text]));
	const taken = new Set(merged.flatMap(({ sources }) => sources.map(({ id }) => id)));
	return {
		joints: merged.map((joint) => ({
			...joint,
			sources: joint.sources.map((source) => {
				const text = now.get(source.id) ?? '';
				return { ...source, now: text === source.text ? null : text };
			})
		})),
		alone: written.filter(({ id }) => !taken.has(id))
	};
}

/** What a table calls a joint recommendation. */
export function shortName({ name, text }: JointWords): string {
	if (name) return name;
	if (text.length <= MOST_NAME) return text;
	const cut = text.slice(0, MOST_NAME - 1);
	const whole = cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_NAME / 2));
	return `${whole.replace(/[\s,;:.]+$/, '')}…`;
}
