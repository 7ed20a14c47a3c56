import { plain } from '$lib/people/plain';
import type { NeedView, ToolView } from '$lib/view/parts';

/** Words that stand on every other card and tell nothing. */
const COMMON = new Set(
	'about after before between from into other such than that their them this through when where which with request'.split(
		' '
	)
);
/** Words are compared by their beginning: `bank` finds `banking`. */
const STEM = 5;

/**
 * The tools that may answer a need: they work in the country that holds it (or in none in
 * particular) and can serve as what is wanted. Those that share words with the need come first;
 * where enough of them do, the others are left out.
 * @returns best first
 */
export function fitting(tools: readonly ToolView[], need: NeedView): ToolView[] {
	const possible = tools.filter((tool) => fitsCountry(tool, need) && fitsUse(tool, need));
	const wanted = stems([need.title, need.heldBy, need.heldInWords].join(' '));
	const scored = possible
		.map((tool) => ({ tool, score: shared(wanted, tool) }))
		.sort((a, b) => b.score - a.score);
	const alike = scored.filter(({ score }) => score > 0);
	return (alike.length >= ENOUGH ? alike : scored).map(({ tool }) => tool);
}

const ENOUGH = 3;

/**
 * The tools in which every word of a search stands.
 * @param typed in any case, with or without accents
 * @param kind the card's own word, or empty for any
 */
export function searched(tools: readonly ToolView[], typed: string, kind: string): ToolView[] {
	const words = plain(typed).split(' ').filter(Boolean);
	return tools.filter((tool) => {
		if (kind && tool.kind !== kind) return false;
		const text = plain(everything(tool));
		return words.every((word) => text.includes(word));
	});
}

function fitsCountry(tool: ToolView, need: NeedView): boolean {
	return !need.heldIn || tool.countries.length === 0 || tool.countries.includes(need.heldIn.code);
}

/** Evidence needs a tool that gives evidence; for a lead anything will do. */
function fitsUse(tool: ToolView, need: NeedView): boolean {
	return need.use !== 'evidence' || tool.use !== 'lead';
}

function shared(wanted: Set<string>, tool: ToolView): number {
	const own = stems(everything(tool));
	return [...wanted].filter((stem) => own.has(stem)).length;
}

function everything(tool: ToolView): string {
	const authorities = [...tool.asks, ...tool.executes].map((one) => one.name);
	return [tool.name, tool.kind, tool.obtainsText, ...authorities].join(' ');
}

function stems(text: string): Set<string> {
	const words = plain(text).match(/\p{L}{4,}/gu) ?? [];
	return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, STEM)));
}
