import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Joint, JointWords, Source } from '$lib/plenary/joint';
import type { Asked, Found, Suggestion } from '$lib/plenary/suggest';
import type { PageProps } from './$types';

type Data = PageProps['data'];

/** What is looked at: suggested recommendations, a joint one, or those somebody picked. */
export type Open =
	| { kind: 'suggested'; suggestion: Suggestion; sources: Source[] }
	| { kind: 'joint'; joint: Joint; sources: Source[] }
	| { kind: 'picked'; sources: Source[] };

/** The merge page: what is suggested, what is open, and which sources are ticked. */
export class Merging {
	#data: () => Data;
	#suggestions = $state.raw<Suggestion[]>([]);
	/** Ids of sources that cannot be held beside other languages. */
	#unseen = $state.raw<string[]>([]);
	/** `s:` and the first id of a suggestion, `j:` and a joint one's; null: the first there is. */
	#chosen = $state<string | null>(null);
	/** Sources of no group that somebody picked for one. */
	readonly picked = new SvelteSet<string>();
	/** Sources of the open group that are not to be merged. */
	readonly left = new SvelteSet<string>();

	constructor(data: () => Data) {
		this.#data = data;
	}

	/** Looks for suggestions in a worker. @returns ends that */
	look(): () => void {
		const { alone, glossary, apart } = this.#data();
		const worker = new Worker(new URL('./suggest.worker.ts', import.meta.url), { type: 'module' });
		worker.onmessage = ({ data }: MessageEvent<Found>) => {
			this.#suggestions = data.suggestions;
			this.#unseen = data.unseen;
		};
		worker.postMessage({
			proposals: alone.map(({ id, team, text, horizon, owner, answers }) => ({
				id,
				team,
				text,
				horizon,
				owner,
				answers
			})),
			glossary,
			apart
		} satisfies Asked);
		return () => worker.terminate();
	}

	/** Those whose sources all still stand alone. */
	suggestions = $derived.by(() =>
		this.#suggestions.filter(({ ids }) => this.sourcesOf(ids).length === ids.length)
	);

	/** What stands in no suggestion. */
	rest = $derived.by(() => {
		const taken = this.suggestions.flatMap(({ ids }) => ids);
		return this.alone.filter(({ id }) => !taken.includes(id));
	});
	unseen = $derived.by(() => this.sourcesOf(this.#unseen));

	open = $derived.by((): Open | undefined => {
		if (this.picked.size) return { kind: 'picked', sources: this.sourcesOf([...this.picked]) };
		const { joints } = this.#data();
		const joint = joints.find(({ id }) => `j:${id}` === this.#chosen);
		if (joint) return { kind: 'joint', joint, sources: joint.sources };
		const found =
			this.suggestions.find((one) => suggestionKey(one) === this.#chosen) ?? this.suggestions[0];
		if (found) return { kind: 'suggested', suggestion: found, sources: this.sourcesOf(found.ids) };
		const first = joints[0];
		return first && { kind: 'joint', joint: first, sources: first.sources };
	});

	get joints(): Joint[] {
		return this.#data().joints;
	}

	get alone(): Source[] {
		return this.#data().alone;
	}

	/** Which entry of the list is open. */
	key = $derived.by(() => {
		if (this.open?.kind === 'joint') return `j:${this.open.joint.id}`;
		return this.open?.kind === 'suggested' ? suggestionKey(this.open.suggestion) : null;
	});

	/** Sources of the open group that would be merged. */
	ticked = $derived.by(() => this.open?.sources.filter(({ id }) => !this.left.has(id)) ?? []);

	choose(key: string): void {
		this.#chosen = key;
		this.picked.clear();
		this.left.clear();
	}

	pick(id: string, picked: boolean): void {
		this.left.clear();
		if (picked) this.picked.add(id);
		else this.picked.delete(id);
	}

	tick(id: string, ticked: boolean): void {
		if (ticked) this.left.delete(id);
		else this.left.add(id);
	}

	sourcesOf(ids: string[]): Source[] {
		return ids.flatMap((id) => this.alone.find((source) => source.id === id) ?? []);
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

export const suggestionKey = ({ ids }: Suggestion) => `s:${ids[0]}`;

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
