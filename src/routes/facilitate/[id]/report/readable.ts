import type { Names } from '$lib/report/markdown';
import type { Results, TeamResults } from '$lib/report/results';
import { HORIZONS, type Horizon } from '$lib/sheet/layout';

/** One team's results with names in place of ids, in the order a reader wants them. */
export interface ReadableTeam {
	name: string;
	members: TeamResults['members'];
	needs: {
		title: string;
		choices: (Omit<TeamResults['choices'][number], 'need'> & { name: string; place: string })[];
		contacts: TeamResults['contacts'];
	}[];
	answers: { title: string; said: string[]; reason: string }[];
	horizons: {
		horizon: Horizon;
		list: { id: string; text: string; owner: string; countries: string[]; answers: string }[];
	}[];
}

/**
 * Names for ids, and needs in the order of the case.
 * @param order ids of the scenario's needs and questions
 */
export function readable(results: Results, names: Names, order: readonly string[]): ReadableTeam[] {
	return results.teams.map((team) => ({
		name: team.name,
		members: team.members,
		needs: order
			.map((need) => ({
				title: names.item(need),
				choices: team.choices
					.filter((choice) => choice.need === need)
					.map(({ need: _need, ...choice }) => ({
						...choice,
						name: names.tool(choice.tool),
						place: choice.country === '-' ? '' : names.country(choice.country)
					})),
				contacts: team.contacts.filter((contact) => contact.need === need)
			}))
			.filter(({ choices, contacts }) => choices.length + contacts.length > 0),
		answers: team.answers.map(({ question, value, reason }) => ({
			title: names.item(question),
			said: [value].flat().flatMap((one) => (one ? [names.option(question, one)] : [])),
			reason
		})),
		horizons: HORIZONS.map((horizon) => ({
			horizon,
			list: team.recommendations
				.filter((one) => one.horizon === horizon)
				.map(({ id, text, owner, countries, answers }) => ({
					id,
					text,
					owner,
					countries: countries.map((code) => names.country(code)),
					answers: answers && names.item(answers)
				}))
		})).filter(({ list }) => list.length > 0)
	}));
}
