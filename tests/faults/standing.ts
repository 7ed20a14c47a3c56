import { markersIn, type Edit, type Touch } from './ledger';
import type { SheetText } from './sheet-text';

/** Something acknowledged, and how to see that a sheet has it. */
export interface Claim {
	edit: Edit;
	touch: Touch;
	holds: (sheet: SheetText) => boolean;
}

/**
 * What must be seen in a sheet after these edits. Words stay where they were written until their
 * writer takes them out. Of values set at once one survives, so a value may be anybody's who set
 * that field, but nobody's older one over their own newer, acknowledged one.
 * @param edits of one sheet, in the order they were made
 */
export function standing(edits: readonly Edit[]): Claim[] {
	const erased = new Set<string>();
	/** By field, by writer: the values that may still be seen. */
	const possible = new Map<string, Map<number, Set<string>>>();
	const claims: Claim[] = [];
	for (const edit of edits)
		for (const { key, what, content } of edit.touches) {
			if (what === 'erased') erased.add(content);
			if (what !== 'value') continue;
			const writers = possible.get(key) ?? new Map<number, Set<string>>();
			possible.set(key, writers);
			const own = writers.get(edit.writer) ?? new Set<string>();
			writers.set(edit.writer, own);
			if (edit.acknowledged !== null) own.clear();
			own.add(content);
		}
	for (const edit of edits) {
		if (edit.acknowledged === null) continue;
		for (const touch of edit.touches) {
			const { key, what, content } = touch;
			const has = ({ texts }: SheetText) => markersIn(texts.get(key) ?? '').includes(content);
			if (what === 'text' && !erased.has(content)) claims.push({ edit, touch, holds: has });
			if (what === 'erased') claims.push({ edit, touch, holds: (sheet) => !has(sheet) });
		}
	}
	for (const [key, writers] of possible) {
		const last = edits.findLast(
			(edit) => edit.acknowledged !== null && edit.touches.some((touch) => touch.key === key)
		);
		const touch = last?.touches.find((one) => one.key === key);
		if (!last || !touch) continue;
		const may = new Set([...writers.values()].flatMap((own) => [...own]));
		claims.push({ edit: last, touch, holds: ({ values }) => may.has(values.get(key) ?? 'null') });
	}
	return claims;
}
