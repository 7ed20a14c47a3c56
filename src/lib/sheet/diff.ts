/** What one input did to a text: at `at`, `remove` units went and `insert` came. */
export interface Diff {
	at: number;
	remove: number;
	insert: string;
}

/**
 * The smallest change from one text to another that fits where the caret is: an "a" typed inside
 * "aaa" goes where it was typed. Never cuts a character of two units in half, which would leave
 * two broken ones where somebody else changes the other half.
 * @param before as the document has it
 * @param after as the box has it
 * @param caret in `after`, in UTF-16 units, after the input
 */
export function diff(before: string, after: string, caret: number): Diff {
	const shorter = Math.min(before.length, after.length);
	let suffix = common(before, after, Math.min(shorter, after.length - caret));
	let prefix = 0;
	while (prefix < shorter - suffix && before[prefix] === after[prefix]) prefix++;
	suffix += common(
		before.slice(prefix, before.length - suffix),
		after.slice(prefix, after.length - suffix),
		shorter - suffix - prefix
	);
	while (prefix > 0 && isHigh(before.charCodeAt(prefix - 1))) prefix--;
	while (suffix > 0 && isLow(before.charCodeAt(before.length - suffix))) suffix--;
	return {
		at: prefix,
		remove: before.length - suffix - prefix,
		insert: after.slice(prefix, after.length - suffix)
	};
}

/** Length of the common end, at most `limit`. */
function common(a: string, b: string, limit: number): number {
	let length = 0;
	while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
	return length;
}

function isHigh(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}
