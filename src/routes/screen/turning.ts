/** A page stands for so long, ms: ten lines can be read aloud. */
const STANDS = 15_000;

/** A list in pages that turn by themselves, at the same moment on every projector. */
export function pageOf<Item>(
	list: readonly Item[],
	size: number,
	now: number
): { items: Item[]; page: number; pages: number } {
	const pages = Math.max(1, Math.ceil(list.length / size));
	const at = Math.floor(now / STANDS) % pages;
	return { items: list.slice(at * size, (at + 1) * size), page: at + 1, pages };
}
