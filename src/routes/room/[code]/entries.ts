import type { Layout } from '$lib/sheet/layout';
import type { NeedView, QuestionView } from '$lib/view/parts';
import type { RoomView } from '$lib/view/room';

/** The place of a team's recommendations among an exercise's items. */
export const RECOMMENDATIONS = 'recommendations';

/** One entry of the strip: a need, a question, or the recommendations. */
export interface RoomEntry {
	id: string;
	kind: 'need' | 'question' | 'recommendations';
	title: string;
	/** Up to 24 characters, or the title. */
	short: string;
	optional: boolean;
	need?: NeedView;
	question?: QuestionView;
}

/**
 * The items of the exercise in the author's order, recommendations last.
 * @param words what the recommendations are called
 */
export function roomEntries(view: RoomView, words: string): RoomEntry[] {
	const items = view.items.map((item): RoomEntry => {
		const { id, kind, title, optional } = item;
		const entry = { id, kind, title, short: item.short || title, optional };
		return item.kind === 'need' ? { ...entry, need: item } : { ...entry, question: item };
	});
	if (!view.exercise?.recommendations) return items;
	const last = { title: words, short: words, optional: false };
	return [...items, { id: RECOMMENDATIONS, kind: 'recommendations', ...last }];
}

/**
 * The item that somebody is at.
 * @param at a field (`entry|field`) or an item's id
 * @param contacts the sheet's contacts, which say their need in a value
 */
export function itemAt(
	at: string | null,
	contacts: readonly { entry: string; need: string }[]
): string | null {
	if (at === null) return null;
	const [entry = ''] = at.split('|');
	const [kind, id = null] = entry.split('/');
	if (kind === 'choice' || kind === 'answer') return id;
	if (kind === 'rec') return RECOMMENDATIONS;
	if (kind === 'contact') return contacts.find((one) => one.entry === entry)?.need ?? null;
	return at;
}

/** What the team's sheet may hold, as far as this team has been shown it. */
export function layoutOfView(view: RoomView): Layout {
	return {
		needs: view.items.flatMap((item) => (item.kind === 'need' ? [item.id] : [])),
		questions: view.items.flatMap((item) =>
			item.kind === 'question'
				? [
						{
							id: item.id,
							answer: item.answer,
							withReason: item.withReason,
							options: item.options.map((option) => option.id)
						}
					]
				: []
		),
		tools: view.tools.map((tool) => tool.id),
		recommendations: view.exercise?.recommendations ?? false
	};
}
