import type { Results } from '../../src/lib/report/results';
import type { Source } from '../../src/lib/plenary/joint';
import type { Facilitator } from './facilitator';
import type { Fault } from './oracle';

/**
 * Goes through the plenary as a facilitator does who finds that every other recommendation says the
 * same as one of another team.
 * @returns what all teams had recommended before
 */
export async function mergeSome(lead: Facilitator): Promise<Source[]> {
	const { alone: written } = await lead.plenary();
	const left = written.filter((_, at) => at % 4 < 2);
	while (left.length > 1) {
		const [one] = left.splice(0, 1);
		const at = left.findIndex(({ team }) => team !== one?.team);
		const [other] = at < 0 ? [] : left.splice(at, 1);
		if (one && other) await lead.merge([one, other]);
	}
	return written;
}

/** Holds the joint recommendations against what the teams had written: each source once, word for word. */
export function judgeJoint({ joint }: Results, written: readonly Source[]): Fault[] {
	const sources = joint.flatMap((one) => one.sources);
	return written.flatMap(({ id, text, horizon, owner }): Fault[] => {
		const mine = sources.filter(({ recommendation }) => id.endsWith(`/${recommendation}`));
		const [one, ...more] = mine;
		const same = one?.text === text && one.horizon === horizon && one.owner === owner;
		if (same && more.length === 0) return [];
		return [{ rule: 'lost from the results', what: `source ${text}, there ${mine.length} times` }];
	});
}
