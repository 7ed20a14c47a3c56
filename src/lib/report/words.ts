import type { Language } from '../format';
import type { JointState } from '../plenary/decision';
import type { Status } from '../plenary/roadmap';
import type { Verdict } from '../plenary/verdict';
import type { Stance } from '../plenary/vote';
import type { Use } from '../scenario/scenario';
import type { Horizon, Urgency } from '../sheet/layout';
import type { LeftOut } from './options';

/** What stands over a column or before a fact. */
export type Label =
	| 'answer'
	| 'answers'
	| 'asks'
	| 'both'
	| 'country'
	| 'countries'
	| 'deadline'
	| 'delegation'
	| 'dots'
	| 'executes'
	| 'gender'
	| 'horizon'
	| 'indicator'
	| 'institution'
	| 'joined'
	| 'least'
	| 'name'
	| 'need'
	| 'note'
	| 'notes'
	| 'number'
	| 'objections'
	| 'owner'
	| 'owners'
	| 'people'
	| 'question'
	| 'rank'
	| 'reason'
	| 'recommendation'
	| 'resources'
	| 'role'
	| 'safeguards'
	| 'stance'
	| 'state'
	| 'status'
	| 'support'
	| 'supported'
	| 'team'
	| 'tool'
	| 'urgency'
	| 'use';

/** What stands over a section or on a sheet's tab. */
export type Head =
	| 'about'
	| 'annex'
	| 'answers'
	| 'contacts'
	| 'contents'
	| 'otherSources'
	| 'owned'
	| 'recommendations'
	| 'signed'
	| 'sources'
	| 'tools'
	| 'votesByName';

/** Sentences; what stands in braces is put in by `fill`. */
export type Sentence =
	| 'adopted' // {people} {delegations}
	| 'agreementNote'
	| 'alone'
	| 'case' // {title} {edition}
	| 'dotsGiven' // {dots}
	| 'ended'
	| 'extract' // {country}
	| 'forAll' // {share}
	| 'forLeast' // {name} {share}
	| 'joined' // {name} {people} {joined}
	| 'joinedNote'
	| 'left' // {parts}
	| 'merged' // {count}
	| 'noOwner'
	| 'noReason'
	| 'notFinal'
	| 'notSaid'
	| 'nothing'
	| 'nothingAdopted'
	| 'otherOwners' // {count}
	| 'owned' // {name} {count} {adopted}
	| 'ownedNote'
	| 'page' // {page} {pages}
	| 'part' // {part} {all}
	| 'signFor' // {name}
	| 'signLine'
	| 'supportColumns'
	| 'supportNote'
	| 'takenAt' // {time}
	| 'team' // {name}
	| 'voteByName'
	| 'voteDots' // {dots}
	| 'voteOpen'
	| 'voted'; // {voters} {entitled} {proxies}

/**
 * What documents call things, in one language: plain texts, so that they can be sent to a thread.
 * What people wrote, and what the case says, stays as it is.
 */
export interface Words {
	language: Language;
	/** The language is written from right to left. */
	rtl: boolean;
	/** Minutes the room's clock is ahead of UTC. */
	zone: number;
	parts: Record<LeftOut, string>;
	heads: Record<Head, string>;
	labels: Record<Label, string>;
	sentences: Record<Sentence, string>;
	horizon: Record<Horizon, string>;
	/** How far that is. */
	span: Record<Horizon, string>;
	urgency: Record<Urgency, string>;
	use: Record<Use, string>;
	status: Record<Status, string>;
	state: Record<JointState, string>;
	stance: Record<Stance | 'dots', string>;
	/** Of several people; as `genderGroup` has them. */
	gender: Record<'f' | 'm', string>;
	debrief: Record<Verdict | 'title' | 'after', string>;
}

/** A sentence with its gaps filled. */
export function fill(sentence: string, values: Record<string, string | number>): string {
	return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
