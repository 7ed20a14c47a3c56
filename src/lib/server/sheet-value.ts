import { HORIZONS } from '../sheet/layout';
import { progress } from '../sheet/progress';
import { readSheet } from '../sheet/read';
import type { SheetValue } from '../sheet/value';
import type { TeamProgress } from '../view/parts';
import { openSheet } from './sheet-memory';

/** What a sheet says; undefined where there is none. */
export async function sheetValue(id: string): Promise<SheetValue | undefined> {
	const sheet = await openSheet(id);
	return sheet && readSheet(sheet.doc, sheet.layout);
}

/** How far a team is with a sheet; undefined where there is none. */
export async function teamProgress(id: string): Promise<TeamProgress | undefined> {
	const sheet = await openSheet(id);
	if (!sheet) return undefined;
	const value = readSheet(sheet.doc, sheet.layout);
	const live = value.recommendations.filter((rec) => !rec.gone && rec.text);
	return {
		team: sheet.team,
		items: progress(value, sheet.layout),
		recommendations: sheet.layout.recommendations
			? HORIZONS.map((horizon) => live.filter((rec) => rec.horizon === horizon).length)
			: [],
		lastChange: sheet.lastChange
	};
}
