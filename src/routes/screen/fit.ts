/** Sizes of the text, in thousandths of the picture's width; the last is 32 px of 1920. */
const SIZES = [22, 20, 18, 17];

/**
 * Makes the text in a box as large as it may be; where even the smallest does not fit, the box
 * gets the class `long`.
 * @param box of a fixed height; its text reads `--size`
 * @returns what ends it
 */
export function fit(box: HTMLElement): () => void {
	const overflows = () => box.scrollHeight > box.clientHeight + 1;
	const arrange = () => {
		for (const size of SIZES) {
			box.style.setProperty('--size', String(size));
			if (!overflows()) break;
		}
		box.classList.toggle('long', overflows());
	};
	const seen = new ResizeObserver(arrange);
	seen.observe(box);
	const changed = new MutationObserver(arrange);
	changed.observe(box, { childList: true, subtree: true, characterData: true });
	return () => {
		seen.disconnect();
		changed.disconnect();
	};
}
