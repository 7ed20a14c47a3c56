/** Hebrew, Arabic, and the other scripts that are written from right to left. */
const RIGHT_TO_LEFT =
	/[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hanifi_Rohingya}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Yezidi}\u200f\u061c]/u;

/** A letter, or a mark that stands for one: it has a direction of its own, as figures and spaces have not. */
const STRONG = /[\p{L}\u200e\u200f\u061c]/u;

/** Of text that has letters of both directions, a stretch in one. */
export interface Stretch {
	text: string;
	rtl: boolean;
}

/**
 * Which way a text runs, by its first letter, as browsers decide it for `dir="auto"`.
 * @returns undefined for a text without letters
 */
export function runsRightToLeft(text: string): boolean | undefined {
	const [first] = STRONG.exec(text) ?? [];
	return first === undefined ? undefined : RIGHT_TO_LEFT.test(first);
}

/**
 * Cuts a text where its direction changes. A figure, and a mark over or under a letter, goes with
 * the letters before it; spaces and signs between letters of one direction go with them, others with
 * the paragraph.
 * @param rtl the paragraph's direction
 */
export function stretches(text: string, rtl: boolean): Stretch[] {
	if (!rtl && !RIGHT_TO_LEFT.test(text)) return text === '' ? [] : [{ text, rtl }];
	const found: Stretch[] = [];
	let between = '';
	const put = (added: string, direction: boolean) => {
		const last = found.at(-1);
		if (last?.rtl === direction) last.text += added;
		else if (added) found.push({ text: added, rtl: direction });
	};
	for (const [letter] of text.matchAll(/./gsu)) {
		const last = found.at(-1)?.rtl ?? rtl;
		const follows = /[\p{Nd}\p{M}]/u.test(letter);
		if (!follows && !STRONG.test(letter)) {
			between += letter;
			continue;
		}
		const direction = follows ? last : RIGHT_TO_LEFT.test(letter);
		put(between, direction === last ? direction : rtl);
		put(letter, direction);
		between = '';
	}
	put(between, rtl);
	return found;
}
