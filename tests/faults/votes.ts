import { DECISIONS } from '../../src/lib/plenary/decision';
import { STANCES, type Stance } from '../../src/lib/plenary/vote';
import type { Results } from '../../src/lib/report/results';
import { recount } from '../live/recount.mjs';
import type { Crew } from './crew';
import type { Facilitator } from './facilitator';
import type { Fault } from './oracle';
import type { Person } from './person';

/** What everybody voted, and what was decided. */
export interface Voted {
	/** By item, what each of those who voted said last, as it was acknowledged. */
	said: Map<string, Stance[]>;
	/** Items that were adopted. */
	adopted: string[];
}

/**
 * The room votes on everything, some change their mind; then every third is adopted, and its line
 * gets a date and a way to know.
 */
export async function voteAndAdopt(lead: Facilitator, crew: Crew, seed: number): Promise<Voted> {
	const { id, items } = await lead.openVote();
	const chances = crew.chances(seed);
	const all = new Map(items.map((item) => [item, [] as Stance[]]));
	const vote = async (person: Person) => {
		const random = chances.get(person) ?? Math.random;
		for (const item of items) {
			let last: Stance | undefined;
			for (let times = random() < 0.1 ? 2 : 1; times > 0; times--) {
				const stance = STANCES[Math.floor(random() ** 2 * STANCES.length)] ?? 'support';
				const why = stance === 'object' ? 'It needs an office first.' : '';
				if (await person.vote(id, item, stance, why)) last = stance;
			}
			if (last) all.get(item)?.push(last);
		}
	};
	await Promise.all(crew.people.map(vote));
	await lead.closeVote(id);
	const adopted: string[] = [];
	for (const [at, item] of items.entries()) {
		const decision = DECISIONS[at % DECISIONS.length] ?? 'discuss';
		await lead.decide(item, decision);
		if (decision === 'adopt') adopted.push(item);
	}
	for (const line of await lead.lines()) {
		await lead.fill(line, 'deadline', '2027-12-31');
		await lead.fill(line, 'indicator', 'A list that both sides have signed');
	}
	return { said: all, adopted };
}

/** Holds the results against what people voted and the log says, and the roadmap against what was adopted. */
export function judgeVotes(results: Results, log: string, { said, adopted }: Voted): Fault[] {
	const rule = 'votes differ' as const;
	const again = recount(log);
	const counted = (stances: readonly Stance[], of: Stance) =>
		stances.filter((one) => one === of).length;
	const votes = [...said].flatMap(([item, stances]): Fault[] => {
		const total = results.joint.find(({ id }) => id === item)?.votes.total;
		const same = STANCES.every(
			(of) => total?.[of] === counted(stances, of) && total[of] === (again[item]?.total[of] ?? 0)
		);
		return same ? [] : [{ rule, what: `item ${item}: ${JSON.stringify(total)}` }];
	});
	const there = results.roadmap.map(({ joint }) => joint);
	const lines = adopted
		.filter((item) => !there.includes(item))
		.map((item): Fault => ({ rule: 'lost from the results', what: `line of ${item}` }));
	return [...votes, ...lines];
}
