import { and, eq, inArray } from 'drizzle-orm';
import type { JointWords } from '../../plenary/joint';
import { teamsDiffer } from '../../plenary/suggest';
import { newId } from '../random';
import { picture, type NewSource } from './plenary-rows';
import { adoptMerged } from './roadmap';
import { apart, joint, jointSource } from './schema/plenary';
import { step, type Actor, type Outcome } from './step';

/** What is merged into what. */
export interface Merge {
	/** The joint recommendation it goes into, whose words stay, or the words of a new one. */
	into: string | JointWords;
	/** Recommendations that stood alone, in the words they have now. */
	sources: NewSource[];
	/** Other joint ones, whose sources come along. */
	joints: string[];
	/** It was suggested: no team is in it twice, whatever came to it since it was looked at. */
	suggested: boolean;
}

/**
 * Merges. Where somebody else was quicker with any of it, nothing happens.
 * @returns the joint recommendation's id
 */
export async function mergeJoint(
	workshop: string,
	by: Actor,
	{ into, sources, joints, suggested }: Merge,
	at: number
): Promise<Outcome<string, 'changed-meanwhile'>> {
	return step<string, 'changed-meanwhile'>(workshop, by, 'joint-merged', at, (tx, refuse) => {
		const fresh = typeof into !== 'string';
		const id = fresh ? newId() : into;
		const old = [...new Set([...(fresh ? [] : [into]), ...joints])];
		const before = picture(tx, old);
		if (
			before.joints.length !== old.length ||
			before.joints.some((one) => one.workshop !== workshop)
		)
			refuse('changed-meanwhile');
		const merged = old.map((one) => before.sources.filter((source) => source.joint === one));
		if (suggested && !teamsDiffer([...sources.map((one) => [one]), ...merged]))
			refuse('changed-meanwhile');
		if (fresh)
			tx.insert(joint)
				.values({ id, workshop, at, ...into })
				.run();
		for (const source of sources) {
			const { changes } = tx
				.insert(jointSource)
				.values({ ...source, joint: id })
				.onConflictDoNothing()
				.run();
			if (!changes) refuse('changed-meanwhile');
		}
		const others = joints.filter((one) => one !== id);
		tx.update(jointSource).set({ joint: id }).where(inArray(jointSource.joint, others)).run();
		tx.delete(joint).where(inArray(joint.id, others)).run();
		const after = picture(tx, [id]);
		if (after.sources.length < 2) refuse('changed-meanwhile');
		const parts = [
			...sources.map(({ sheet, recommendation }) => `${sheet}/${recommendation}`),
			...joints
		];
		const adopted = adoptMerged(tx, workshop, id, parts, at);
		return { value: id, data: { joint: id, before, after, ...(adopted && { adopted }) } };
	});
}

/**
 * Takes sources out of a joint recommendation, which stand alone again; with the last one it goes.
 * @param which `sheet/recommendation` of each
 */
export async function splitJoint(
	workshop: string,
	by: Actor,
	id: string,
	which: string[],
	at: number
): Promise<Outcome<null, 'changed-meanwhile'>> {
	return step<null, 'changed-meanwhile'>(workshop, by, 'joint-split', at, (tx, refuse) => {
		const before = picture(tx, [id]);
		if (before.joints[0]?.workshop !== workshop) refuse('changed-meanwhile');
		const out = before.sources.filter((one) =>
			which.includes(`${one.sheet}/${one.recommendation}`)
		);
		if (out.length !== which.length) refuse('changed-meanwhile');
		for (const { sheet, recommendation } of out)
			tx.delete(jointSource)
				.where(and(eq(jointSource.sheet, sheet), eq(jointSource.recommendation, recommendation)))
				.run();
		if (out.length === before.sources.length) tx.delete(joint).where(eq(joint.id, id)).run();
		return { value: null, data: { joint: id, before, after: picture(tx, [id]) } };
	});
}

/**
 * Writes a joint recommendation anew; its sources keep their words.
 * @param was the words as whoever writes them saw them: where there are others, nothing happens
 */
export async function writeJoint(
	workshop: string,
	by: Actor,
	id: string,
	words: JointWords,
	was: JointWords,
	at: number
): Promise<Outcome<null, 'changed-meanwhile'>> {
	return step<null, 'changed-meanwhile'>(workshop, by, 'joint-written', at, (tx, refuse) => {
		const before = picture(tx, [id]);
		const { changes } = tx
			.update(joint)
			.set(words)
			.where(
				and(
					eq(joint.id, id),
					eq(joint.workshop, workshop),
					eq(joint.name, was.name),
					eq(joint.text, was.text),
					eq(joint.owner, was.owner),
					eq(joint.horizon, was.horizon)
				)
			)
			.run();
		if (!changes) refuse('changed-meanwhile');
		return { value: null, data: { joint: id, before, after: picture(tx, [id]) } };
	});
}

/** Says of recommendations that they are not the same: they are not suggested together again. */
export async function setApart(
	workshop: string,
	by: Actor,
	pairs: { one: string; other: string }[],
	at: number
): Promise<Outcome<null, 'already'>> {
	return step<null, 'already'>(workshop, by, 'joint-apart', at, (tx, refuse) => {
		const added = pairs.filter(
			(pair) =>
				tx
					.insert(apart)
					.values({ workshop, ...pair })
					.onConflictDoNothing()
					.run().changes > 0
		);
		if (added.length === 0) refuse('already');
		return { value: null, data: { pairs: added } };
	});
}
