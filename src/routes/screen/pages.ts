/**
 * Counts the pages of a text that flows in columns as high as its box: what does not fit stands in
 * further columns beyond its edge.
 * @param tell is told how many boxes side by side they fill, now and whenever that may have changed
 * @returns an attachment
 */
export function countPages(tell: (pages: number) => void) {
	return (box: HTMLElement): (() => void) => {
		const count = () => {
			const gap = parseFloat(getComputedStyle(box).columnGap) || 0;
			// a thousandth less: widths come as whole px
			tell(Math.max(1, Math.ceil((box.scrollWidth + gap) / (box.clientWidth + gap) - 0.001)));
		};
		const seen = new ResizeObserver(count);
		seen.observe(box);
		const changed = new MutationObserver(count);
		changed.observe(box, { childList: true, subtree: true, characterData: true });
		return () => {
			seen.disconnect();
			changed.disconnect();
		};
	};
}
