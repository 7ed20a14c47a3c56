/** What one team chose, and who is in it. */
export interface TeamChoices {
	/** The delegation of each member, by name. */
	members: readonly string[];
	choices: readonly { need: string; tool: string }[];
}

/**
 * How far teams chose alike for a need: from 0, no tool in common, to 1, the same tools. Null: fewer
 * than two of them chose any.
 */
export interface Agreement {
	need: string;
	all: number | null;
	/** In the order of the delegations. */
	byDelegation: { delegation: string; value: number | null }[];
}

interface Chosen {
	members: readonly string[];
	tools: ReadonlySet<string>;
}

/**
 * The agreement of teams, need by need. Of two teams it is the share of their tools that both chose
 * (the Jaccard index: P. Jaccard, Bulletin de la Société vaudoise des sciences naturelles 37, 1901);
 * of more it is the mean over all pairs. A team that chose nothing for the need is left out: it has
 * not spoken.
 *
 * For a delegation each pair counts as often as it brings two of its people together, one from
 * each team: take any two of the delegation who sat in different teams, and this is how alike their
 * teams chose on average. In which order teams come changes nothing.
 * @param needs ids, in the order of the answer
 * @param delegations names, in the order of the answer
 */
export function agreement(
	needs: readonly string[],
	teams: readonly TeamChoices[],
	delegations: readonly string[]
): Agreement[] {
	return needs.map((need) => {
		const chosen = teams.map(({ members, choices }) => ({
			members,
			tools: new Set(choices.filter((choice) => choice.need === need).map(({ tool }) => tool))
		}));
		const spoke = chosen.filter(({ tools }) => tools.size > 0);
		return {
			need,
			all: mean(spoke, () => 1),
			byDelegation: delegations.map((delegation) => ({
				delegation,
				value: mean(spoke, ({ members }) => members.filter((one) => one === delegation).length)
			}))
		};
	});
}

/** Over all pairs, each weighed by the product of its teams' weights. */
function mean(teams: readonly Chosen[], weightOf: (team: Chosen) => number): number | null {
	let [sum, weight] = [0, 0];
	for (const [at, one] of teams.entries())
		for (const other of teams.slice(at + 1)) {
			const both = weightOf(one) * weightOf(other);
			sum += both * alike(one.tools, other.tools);
			weight += both;
		}
	return weight > 0 ? sum / weight : null;
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	return one.intersection(other).size / one.union(other).size;
}
