import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Joint, JointWords, Source } from '$lib/plenary/joint';
import {
	membersOf,
	teamsDiffer,
	type Asked,
	type Found,
	type Suggestion
} from '$lib/plenary/suggest';
import type { PresentLead } from '$lib/protocol/live';
import { Beside } from './beside.svelte';
import type { PageProps } from './$types';

type Data = PageProps['data'];

/**
 * What is looked at: suggested recommendations, what may belong to a joint one, a joint one, or
 * those somebody picked.
 */
export type Open =
	| { kind: 'suggested'; key: string; suggestion: Suggestion; sources: Source[] }
	| Joining
	| { kind: 'joint'; key: string; joint: Joint; sources: Source[] }
	| { kind: 'picked'; key: 'picked'; sources: Source[] };

/** Sources that may belong to a joint recommendation, or several joint ones that may be one. */
export interface Joining {
	kind: 'joining';
	key: string;
	suggestion: Suggestion;
	sources: Source[];
	/** The first keeps its name and words, if nobody says otherwise. */
	joints: Joint[];
}

/** The merge page: what is suggested, what is open, and which sources are ticked. */
export class Merging {
	#data: () => Data;
	/** *failed*: this browser cannot look; groups are made by hand. */
	looking = $state<'looking' | 'found' | 'failed'>('looking');
	#suggestions = $state.raw<Suggestion[]>([]);
	/** Ids of sources that cannot be held beside other languages. */
	#unseen = $state.raw<string[]>([]);
	/** The suggestion that is open, as it was when it was opened: it does not change under the hand. */
	#held = $state.raw<Suggestion>();
	/** Id of the joint recommendation that is open. */
	#joint = $state<string | null>(null);
	#picked = new SvelteSet<string>();
	/** Sources of the open group that are not to be merged. */
	readonly left = new SvelteSet<string>();
	/** What came of the last step, where it was not taken. */
	trouble = $state<'unanswered'>();
	readonly beside = new Beside(() => this.#data().facilitator.id);

	constructor(data: () => Data) {
		this.#data = data;
	}

	/** What suggestions are made of; looked at anew only when it changes. */
	question = $derived.by(() => {
		const proposals = [...this.alone, ...this.joints.flatMap(({ sources }) => sources)].map(
			({ id, team, text, horizon, owner, answers }) => ({ id, team, text, horizon, owner, answers })
		);
		const joined = this.joints.map(({ id, sources }) => ({ id, sources: sources.map(idOf) }));
		return JSON.stringify({ proposals, joined, apart: this.#data().apart });
	});

	/** Looks for suggestions in a worker. @returns ends that */
	look(question: string, glossary: Asked['glossary']): () => void {
		const worker = new Worker(new URL('./suggest.worker.ts', import.meta.url), { type: 'module' });
		worker.onerror = () => (this.looking = 'failed');
		worker.onmessage = ({ data }: MessageEvent<Found>) => {
			this.looking = 'found';
			this.#suggestions = data.suggestions;
			this.#unseen = data.unseen;
			if (!this.#held && !this.#joint) this.#held = this.suggestions[0];
		};
		worker.postMessage({ ...(JSON.parse(question) as Omit<Asked, 'glossary'>), glossary });
		return () => worker.terminate();
	}

	get joints(): Joint[] {
		return this.#data().joints;
	}

	get alone(): Source[] {
		return this.#data().alone;
	}

	/** How many votes on a joint recommendation are lost when it is taken apart. */
	voted(joint: string): number {
		return this.#data().voted[joint] ?? 0;
	}

	/** Those whose sources all still stand alone, and that hold beside what is merged now. */
	suggestions = $derived.by(() =>
		this.#suggestions.filter(
			(one) => this.sourcesOf(one.ids).length === one.ids.length && this.#isThere(one)
		)
	);

	/** What stands in no suggestion. */
	rest = $derived.by(() => {
		const taken = this.suggestions.flatMap(({ ids }) => ids);
		return this.alone.filter(({ id }) => !taken.includes(id));
	});
	unseen = $derived.by(() => this.sourcesOf(this.#unseen));
	/** Sources that somebody picked for a group and that still stand alone. */
	picked = $derived.by(() => this.sourcesOf([...this.#picked]));

	open = $derived.by((): Open | undefined => {
		if (this.picked.length) return { kind: 'picked', key: 'picked', sources: this.picked };
		const joint = this.joints.find(({ id }) => id === this.#joint);
		if (joint) return { kind: 'joint', key: `j:${joint.id}`, joint, sources: joint.sources };
		const suggestion = this.#held && this.#isThere(this.#held) ? this.#held : this.suggestions[0];
		if (!suggestion) return undefined;
		const key = suggestionKey(suggestion);
		const sources = this.sourcesOf(suggestion.ids).sort((a, b) => a.rank - b.rank);
		const joints = this.jointsOf(suggestion.joints);
		if (joints.length === 0) return { kind: 'suggested', key, suggestion, sources };
		return { kind: 'joining', key, suggestion, sources, joints };
	});

	/**
	 * Whether enough of it is left to look at, and of different teams: meanwhile another facilitator
	 * may have merged something of the same team.
	 */
	#isThere({ ids, joints }: Suggestion): boolean {
		const [alone, merged] = [this.sourcesOf(ids), this.jointsOf(joints)];
		return (
			merged.length === joints.length &&
			alone.length + merged.length > Math.min(merged.length, 1) &&
			teamsDiffer([...alone.map((one) => [one]), ...merged.map(({ sources }) => sources)])
		);
	}

	/** Sources of the open group that would be merged. */
	ticked = $derived.by(() => this.open?.sources.filter(({ id }) => !this.left.has(id)) ?? []);

	/** Opens a suggestion. */
	openSuggestion(suggestion: Suggestion | undefined): void {
		this.#clear();
		this.#held = suggestion;
		this.#joint = null;
	}

	openJoint(id: string): void {
		this.#clear();
		this.#joint = id;
	}

	/** What was open is settled: the next suggestion, or nothing. */
	next(): void {
		const done = this.#held ? membersOf(this.#held) : [];
		this.openSuggestion(
			this.suggestions.find((one) => !membersOf(one).some((id) => done.includes(id)))
		);
	}

	pick(ids: readonly string[], picked: boolean): void {
		for (const id of ids)
			if (picked) this.#picked.add(id);
			else this.#picked.delete(id);
	}

	tick(id: string, ticked: boolean): void {
		if (ticked) this.left.delete(id);
		else this.left.add(id);
	}

	#clear(): void {
		this.#picked.clear();
		this.left.clear();
		this.trouble = undefined;
	}

	sourcesOf(ids: readonly string[]): Source[] {
		return ids.flatMap((id) => this.alone.find((source) => source.id === id) ?? []);
	}

	/** Those that are still there; the one with most sources first, then the oldest. */
	jointsOf(ids: readonly string[]): Joint[] {
		return this.joints
			.filter(({ id }) => ids.includes(id))
			.sort((a, b) => b.sources.length - a.sources.length);
	}

	/** Names of the other facilitators who have a group open now. @param key of the group */
	besideOn(key: string): string[] {
		return this.#names(this.beside.others.filter(({ group }) => group === key));
	}

	/** Names of those who are on this page, and on none of these groups. */
	besideOff(keys: readonly string[]): string[] {
		return this.#names(
			this.beside.others.filter(({ group }) => group === null || !keys.includes(group))
		);
	}

	#names(there: readonly PresentLead[]): string[] {
		const leads = this.#data().leads.filter(({ id }) =>
			there.some(({ facilitator }) => facilitator === id)
		);
		return leads.map(({ name }) => name);
	}

	team(id: string) {
		return this.#data().teams.find((team) => team.id === id);
	}

	need(id: string): string {
		return this.#data().needs.find((need) => need.id === id)?.title ?? id;
	}

	/** The headword of a concept in a language. */
	concept(id: string, language: string): string {
		const words = this.#data().glossary.find((one) => one.id === id)?.words;
		return words?.[language]?.[0] ?? words?.en?.[0] ?? id;
	}
}

export const suggestionKey = (one: Suggestion) => `s:${membersOf(one).join()}`;

const idOf = ({ id }: Source) => id;

/** What a joint text begins with: the words of the source that its team ranked highest. */
export function firstWords(sources: readonly Source[]): JointWords {
	const [best] = [...sources].sort((a, b) => a.rank - b.rank);
	return {
		name: '',
		text: best?.text ?? '',
		owner: best?.owner ?? '',
		horizon: best?.horizon ?? 'immediate'
	};
}

const [get, set] = createContext<Merging>();
export { get as getMerging, set as setMerging };
