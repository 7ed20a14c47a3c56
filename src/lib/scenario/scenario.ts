import type { Held, Open, Sealed } from './text';

/** Something an author should mend. */
export interface Problem {
	/** Path inside the scenario's folder, e.g. `scenario.md`. */
	file: string;
	/** From 1. */
	line: number;
	/** What was found. */
	message: string;
	/** What to do. */
	hint: string;
	/** *unusable*: no workshop can use it. *sealed*: usable, but this text is shown to nobody but facilitators. *advice*: works as it is. */
	level: 'unusable' | 'sealed' | 'advice';
}

/** Whom an inject, handout, need or question is for. */
export type Audience = { to: 'all' } | { to: 'part'; part: string } | { to: 'side'; side: string };

/** As what a piece of information is wanted or can serve: a lead, evidence, or first one then the other. */
export type Use = 'lead' | 'both' | 'evidence';

export interface Country {
	/** The author's letter, e.g. `A`. */
	letter: string;
	/** ISO 3166-1 alpha-2, e.g. `KE`. */
	code: string;
	/** English name from the code, e.g. `Kenya`. */
	name: string;
}

/** One line of the expert's view: a tool with its reason, or a pitfall. */
export interface ExpertLine {
	tool: string;
	pitfall: boolean;
	why: Sealed;
}

/** An item of information the investigation must obtain. */
export interface Need {
	kind: 'need';
	id: string;
	title: string;
	/** Up to 24 characters for strips and tabs; the title where the author gave none. */
	short: string;
	optional: boolean;
	audience: Audience;
	/** Id of the inject that must be released first. */
	after?: string;
	/** ISO code where it is known which country holds it; else undefined. */
	heldIn?: string;
	/** The author's words where `held in` is no country of the scenario. */
	heldInWords?: string;
	heldBy: string;
	neededWithin: string;
	use?: Use;
	/** Why the investigation needs it. Held when the need is for some, or waits for an inject. */
	text: Open | Held;
	/** The title is withheld with the text: a need that waits for an inject may not announce it. */
	expert: ExpertLine[];
	/** Prose of the expert section around the list. */
	expertText: Sealed;
	facilitator: Sealed;
}

export interface QuestionOption {
	id: string;
	text: string;
}

export interface Question {
	kind: 'question';
	id: string;
	title: string;
	short: string;
	optional: boolean;
	audience: Audience;
	after?: string;
	answer: 'text' | 'one' | 'several';
	withReason: boolean;
	text: Open | Held;
	options: QuestionOption[];
	/** Ids of the options the author ticked, one a line: which are right is sealed until the debrief. Empty where the author ticked none. */
	right: Sealed;
	answerText: Sealed;
	facilitator: Sealed;
}

/** New information released during an exercise. */
export interface Inject {
	kind: 'inject';
	id: string;
	/** The title is as secret as the text until it is released. */
	title: Held;
	text: Held;
	audience: Audience;
	/** Minutes of the exercise's spent time; undefined when released by hand. */
	at?: number;
	after?: string;
	facilitator: Sealed;
}

/** A paper given with the exercise, to all or to some. */
export interface Handout {
	kind: 'handout';
	id: string;
	title: Open | Held;
	text: Open | Held;
	audience: Audience;
	after?: string;
}

export interface Exercise {
	id: string;
	title: string;
	/** Instructions to the teams. */
	text: Open;
	/** Minutes the author advises for choosing alone; shown to the facilitator only. */
	aloneFirst?: number;
	/** The team writes recommendations in four horizons. */
	recommendations: boolean;
	/** Needs and questions in the author's order. */
	items: (Need | Question)[];
	injects: Inject[];
	handouts: Handout[];
	expert: Sealed;
	facilitator: Sealed;
}

/** What kind of step an agenda line is. */
export type StageKind =
	'talk' | 'exercise' | 'presentations' | 'plenary' | 'debrief' | 'evaluation' | 'break';

export interface AgendaLine {
	/** Planned minutes; of a range the author wrote, the longer. */
	minutes: number;
	/** The shorter end of a range, else the same as `minutes`. */
	atLeast: number;
	title: string;
	kind: StageKind;
	/** For kind `exercise`. */
	exercise?: string;
	droppable: boolean;
}

/** A Markdown picture or file link in a text, by path inside the scenario's folder. */
export interface Scenario {
	/** Folder name. */
	slug: string;
	title: string;
	summary: string;
	aims: string[];
	authors: string[];
	date: string;
	edition: string;
	language: string;
	countries: Country[];
	parts: string[];
	sides: string[];
	fiction: string;
	licence: string;
	labels: string[];
	situation: Open;
	/** From `# Agenda`; where there is none: one line for each exercise. */
	agenda: AgendaLine[];
	exercises: Exercise[];
	debrief: Sealed;
	facilitator: Sealed;
	/** Everything that was not understood, in order: heading line and text. */
	notUnderstood: { line: number; text: Sealed }[];
}

/** Where a fact comes from. */
export interface Source {
	text: string;
	url?: string;
	/** ISO date on which it was checked. */
	date: string;
	confidence: 'high' | 'medium' | 'unconfirmed';
}

/** An authority, with the country it belongs to where it has one. */
export interface Authority {
	/** ISO code, or undefined for a body of no country. */
	country?: string;
	name: string;
}

/** A card of the toolbox. */
export interface Tool {
	id: string;
	name: string;
	/** The card's own word, e.g. `mla`, `financial`. */
	kind: string;
	/** ISO codes; empty for a channel without a country. */
	countries: string[];
	use: Use;
	asks: Authority[];
	executes: Authority[];
	needs: string;
	limits: string;
	time: string;
	sources: Source[];
	/** What it obtains: Markdown. */
	obtains: Open;
}

/** A scenario as read, with all that is wrong with it. `scenario` is undefined when it cannot be used. */
export interface Reading {
	slug: string;
	scenario?: Scenario;
	/** Title as far as it could be read, else the slug: a broken scenario is listed too. */
	title: string;
	tools: Tool[];
	problems: Problem[];
}

/** The files of a scenario's folder, by path with `/`. */
export type Files = ReadonlyMap<string, Uint8Array>;
