import { HORIZONS, type Horizon } from '../sheet/layout';
import type { Names } from './names';
import type { Results, TeamResults } from './results';
import type { Written } from './team-results';

/** What a team wrote with names in place of ids, in the order a reader wants it. */
export interface ReadableSheet {
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

/** One team's results, readable. */
export interface ReadableTeam extends ReadableSheet {
	name: string;
	members: TeamResults['members'];
}

/**
 * Names for ids, and needs in the order of the case.
 * @param order ids of the scenario's needs and questions
 */
export function readable(results: Results, names: Names, order: readonly string[]): ReadableTeam[] {
	return results.teams.map((team) => ({
		name: team.name,
		members: team.members,
		...readableSheet(team, names, order)
	}));
}

/** The same of what was written alone. */
export function readableSheet(
	written: Written,
	names: Names,
	order: readonly string[]
): ReadableSheet {
	return {
		needs: order
			.map((need) => ({
				title: names.item(need),
				choices: written.choices
					.filter((choice) => choice.need === need)
					.map(({ need: _need, ...choice }) => ({
						...choice,
						name: names.tool(choice.tool),
						place: choice.country === '-' ? '' : names.country(choice.country)
					})),
				contacts: written.contacts.filter((contact) => contact.need === need)
			}))
			.filter(({ choices, contacts }) => choices.length + contacts.length > 0),
		answers: written.answers.map(({ question, value, reason }) => ({
			title: names.item(question),
			said: [value].flat().flatMap((one) => (one ? [names.option(question, one)] : [])),
			reason
		})),
		horizons: HORIZONS.map((horizon) => ({
			horizon,
			list: written.recommendations
				.filter((one) => one.horizon === horizon)
				.map(({ id, text, owner, countries, answers }) => ({
					id,
					text,
					owner,
					countries: countries.map((code) => names.country(code)),
					answers: answers && names.item(answers)
				}))
		})).filter(({ list }) => list.length > 0)
	};
}
