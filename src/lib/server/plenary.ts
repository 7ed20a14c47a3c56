import { plenary, sourcesOf, type Joint, type JointWords, type Plenary } from '../plenary/joint';
import { pairKey } from '../plenary/suggest';
import type { WorkshopState } from '../workshop/state';
import * as table from './db/plenary';
import { apartRows, jointRows } from './db/plenary-rows';
import { jointRowsAt, undoChange as takeBack } from './db/plenary-undo';
import type { Actor, Outcome } from './db/step';
import { sheetValue } from './sheet-value';
import { stateOf } from './state';
import { told } from './told';

export { lastChange } from './db/plenary-undo';

const merge = told(table.mergeJoint);
const apart = told(table.setApart);

export const splitJoint = told(table.splitJoint);
export const writeJoint = told(table.writeJoint);
export const undoChange = told(takeBack);

/** The plenary of a workshop as it is now. */
export async function plenaryOf({ id, sheets }: WorkshopState): Promise<Plenary> {
	const written = await Promise.all(
		sheets.map(async ({ id: sheet, team }) => {
			const value = await sheetValue(sheet);
			return value ? sourcesOf(sheet, team, value) : [];
		})
	);
	return plenary(merged(id), written.flat());
}

/**
 * The joint recommendations of a workshop, the oldest first.
 * @param at ms since 1970: as they were then, else as they are
 */
export function merged(workshop: string, at?: number): Joint[] {
	const rows = at === undefined ? jointRows(workshop) : jointRowsAt(workshop, at);
	return rows.joints.map(({ id, name, text, owner, horizon }) => ({
		id,
		name,
		text,
		owner,
		horizon,
		sources: rows.sources
			.filter((one) => one.joint === id)
			.map(({ joint: _joint, sheet, recommendation, ...source }) => ({
				...source,
				id: `${sheet}/${recommendation}`,
				now: null
			}))
	}));
}

/** What a facilitator merges. */
export interface Wanted {
	/** The joint recommendation it goes into, whose words stay, or the words of a new one. */
	into: string | JointWords;
	/** Ids of sources that stand alone. */
	sources: string[];
	/** Ids of other joint recommendations. */
	joints: string[];
	/** It was suggested, so that no team may be in it twice; by hand that is for the facilitator to say. */
	suggested?: boolean;
}

/** Merges, in the words the teams' sheets have now. @returns the joint recommendation's id */
export async function mergeSources(
	id: string,
	by: Actor,
	{ into, sources, joints, suggested = false }: Wanted
): Promise<Outcome<string, 'changed-meanwhile'>> {
	const state = await stateOf(id);
	if (!state) return { ok: false, why: 'changed-meanwhile' };
	const { alone } = await plenaryOf(state);
	const found = alone.filter((source) => sources.includes(source.id));
	if (found.length !== sources.length) return { ok: false, why: 'changed-meanwhile' };
	const rows = found.map(({ id: which, now: _now, ...source }) => {
		const [sheet = '', recommendation = ''] = which.split('/');
		return { ...source, sheet, recommendation };
	});
	return merge(id, by, { into, sources: rows, joints, suggested });
}

/**
 * Says of sources, or of what is merged, that no two of them are the same.
 * @param groups ids of a source, or of all that are merged in one: of these nothing is said among them
 */
export function setApart(id: string, by: Actor, groups: readonly (readonly string[])[]) {
	const pairs = groups.flatMap((group, at) =>
		groups
			.slice(at + 1)
			.flatMap((others) =>
				group.flatMap((one) =>
					others.map((other) => (one < other ? { one, other } : { one: other, other: one }))
				)
			)
	);
	return apart(id, by, pairs);
}

/** Pairs that are no more suggested, as `suggest` takes them. */
export function apartPairs(workshop: string): string[] {
	return apartRows(workshop).map(({ one, other }) => pairKey(one, other));
}
