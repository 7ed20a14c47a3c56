import { agreement, type Agreement } from './agreement';

/** A team's choice of a tool for a need. */
export interface TeamChoice {
	need: string;
	tool: string;
	/** ISO code, or `-` for a channel without a country. */
	country: string;
	reason: string;
	/** In its need, from 1. */
	rank: number;
}

/** What one team chose. */
export interface ComparedTeam {
	/** Its id: teams of two draws may have one name. */
	team: string;
	/** Ids of the needs it was asked. */
	asked: readonly string[];
	/** The delegation of each member, by name. */
	members: readonly string[];
	choices: readonly TeamChoice[];
}

/** A tool with everybody who chose it. */
export interface ToolCompared {
	tool: string;
	by: { team: string; country: string; reason: string; rank: number }[];
}

/** What all teams said to one need. */
export interface NeedCompared extends Agreement {
	/** What most teams chose first. */
	tools: ToolCompared[];
	/** Teams that were asked and chose nothing. */
	silent: string[];
	/** How many teams were asked. */
	asked: number;
}

/**
 * What the teams said, side by side: the agenda of a plenary. What they differ in most stands
 * first, what too few have spoken to last; else needs keep their order.
 * @param needs ids in the order of the case
 * @param delegations names, hosts first
 */
export function compare(
	needs: readonly string[],
	teams: readonly ComparedTeam[],
	delegations: readonly string[]
): NeedCompared[] {
	return agreement(needs, teams, delegations)
		.map((found) => ({ ...found, ...chosenFor(found.need, teams) }))
		.sort((a, b) => (a.all ?? 2) - (b.all ?? 2));
}

function chosenFor(
	need: string,
	teams: readonly ComparedTeam[]
): Pick<NeedCompared, 'tools' | 'silent' | 'asked'> {
	const tools = new Map<string, ToolCompared>();
	const silent: string[] = [];
	const asked = teams.filter((team) => team.asked.includes(need));
	for (const { team, choices } of asked) {
		const here = choices.filter((choice) => choice.need === need);
		if (here.length === 0) silent.push(team);
		for (const { tool, country, reason, rank } of here) {
			const one = tools.get(tool) ?? { tool, by: [] };
			one.by.push({ team, country, reason, rank });
			tools.set(tool, one);
		}
	}
	return { tools: [...tools.values()].sort(byTeams), silent, asked: asked.length };
}

const teamsOf = ({ by }: ToolCompared) => new Set(by.map(({ team }) => team)).size;
const bestRank = ({ by }: ToolCompared) => Math.min(...by.map(({ rank }) => rank));

function byTeams(a: ToolCompared, b: ToolCompared): number {
	return teamsOf(b) - teamsOf(a) || bestRank(a) - bestRank(b) || (a.tool < b.tool ? -1 : 1);
}
