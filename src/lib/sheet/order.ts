import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Something with a place among others. */
export interface Ranked {
	entry: string;
	/** Fractional index as stored, or null where there is none. */
	rank: string | null;
}

/** From this length on the whole list gets short ranks again. */
const LONG = 100;

/**
 * The order everybody sees: by code unit (never by locale, which differs between devices), ties
 * by entry id, those without a usable rank last.
 */
export function byRank(a: Ranked, b: Ranked): number {
	if (a.rank !== b.rank) {
		if (a.rank === null) return 1;
		if (b.rank === null) return -1;
		return a.rank < b.rank ? -1 : 1;
	}
	return a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0;
}

/**
 * Finds ranks that put an entry at a position. Where neighbours have equal ranks (two people
 * added at once) or none, they are renewed first, so that something fits between them.
 * @param list the others, in the order of {@link byRank}
 * @param entry the one to place; not in `list`
 * @param position from 0 to the length of `list`; what lies outside is brought inside
 * @returns new ranks by entry: of the one placed, and of neighbours that had to be renewed
 */
export function placeAt(list: Ranked[], entry: string, position: number): Map<string, string> {
	const at = Math.max(0, Math.min(list.length, Math.floor(position)));
	let from = at;
	while (from > 0 && !usable(list[from - 1])) from--;
	const low = rankAt(list, from - 1);
	let to = at;
	while (to < list.length && !isAfter(list[to], low)) to++;
	const ranks = generateNKeysBetween(low, rankAt(list, to), to - from + 1);
	if (ranks.some((rank) => rank.length > LONG)) return renewed(list, entry, at);
	return pair([...list.slice(from, at), { entry }, ...list.slice(at, to)], ranks);
}

function renewed(list: Ranked[], entry: string, at: number): Map<string, string> {
	const all = [...list.slice(0, at), { entry }, ...list.slice(at)];
	return pair(all, generateNKeysBetween(null, null, all.length));
}

function pair(entries: { entry: string }[], ranks: string[]): Map<string, string> {
	return new Map(entries.map(({ entry }, i) => [entry, ranks[i] ?? '']));
}

function isAfter(item: Ranked | undefined, low: string | null): boolean {
	return usable(item) && (low === null || low < item.rank);
}

function rankAt(list: Ranked[], index: number): string | null {
	return list[index]?.rank ?? null;
}

/** A rank the library understands; another is a text somebody made up. */
function usable(item: Ranked | undefined): item is Ranked & { rank: string } {
	if (!item || item.rank === null || !/^[0-9A-Za-z]+$/.test(item.rank)) return false;
	try {
		generateKeyBetween(item.rank, null);
		return true;
	} catch {
		return false;
	}
}
