import type * as Y from 'yjs';
import type { Results, TeamResults } from '../../src/lib/report/results';
import { choiceEntry, keyOf, recommendationEntry } from '../../src/lib/sheet/entries';
import { byRank } from '../../src/lib/sheet/order';
import type { Edit } from './ledger';
import type { Fault } from './oracle';
import { sheetText, type SheetText } from './sheet-text';
import { standing } from './standing';

/**
 * Holds the results against what people wrote, field by field: each acknowledged marker and value
 * stands in its team's results. Notes and removals are no part of results.
 * @param sheets the sheets as the server has them, for the order of choices and recommendations
 */
export function judgeResults(
	results: Results,
	edits: readonly Edit[],
	sheets: readonly { team: string; served: Y.Doc }[]
): Fault[] {
	const names = new Set(edits.map((edit) => edit.team));
	const written = [...names].flatMap((name) => {
		const team = results.teams.find((one) => one.name === name);
		const own = edits.filter((edit) => edit.team === name);
		return missing(own, team);
	});
	return [...written, ...results.teams.flatMap((team) => disordered(team, sheets))];
}

const LEFT_OUT = /^notes\||\|(?:rank|gone)$/;

function missing(edits: Edit[], team: TeamResults | undefined): Fault[] {
	const written = team && resultsText(team);
	const places = (key: string) =>
		key.startsWith('contact/') ? contacts(key, team) : written ? [written] : [];
	return standing(edits)
		.filter(({ touch }) => !LEFT_OUT.test(touch.key))
		.filter(({ touch, holds }) => !places(touch.key).some(holds))
		.map(({ edit, touch }) => ({
			rule: 'lost from the results',
			what: `${touch.content} in ${touch.key} of team ${edit.team}`,
			edit
		}));
}

/** Contacts have no id in results: any of them may be the one that was written. */
function contacts(key: string, team: TeamResults | undefined): SheetText[] {
	const field = key.slice(key.indexOf('|') + 1) as keyof TeamResults['contacts'][number];
	return (team?.contacts ?? []).map((one) => ({
		texts: new Map([[key, one[field]]]),
		values: new Map([[key, JSON.stringify(one[field])]])
	}));
}

/** A team's results by the fields they were written in. */
function resultsText(team: TeamResults): SheetText {
	const texts = new Map<string, string>();
	const values = new Map<string, string>();
	const put = (entry: string, fields: Record<string, string | string[] | null>) => {
		for (const [field, value] of Object.entries(fields)) {
			texts.set(keyOf(entry, field), String(value));
			values.set(keyOf(entry, field), JSON.stringify(value === '' ? null : value));
		}
	};
	for (const { need, tool, country, rank: _rank, ...fields } of team.choices)
		put(choiceEntry(need, tool, country), fields);
	for (const { question, value, reason } of team.answers)
		put(`answer/${question}`, { value, text: value, reason });
	for (const { id, rank: _rank, ...fields } of team.recommendations)
		put(recommendationEntry(id), fields);
	return { texts, values };
}

/** Ranks in the results follow those stored in the sheet. */
function disordered(
	team: TeamResults,
	sheets: readonly { team: string; served: Y.Doc }[]
): Fault[] {
	const values = sheets
		.filter((sheet) => sheet.team === team.name)
		.map((sheet) => sheetText(sheet.served).values);
	const rankOf = (entry: string): string | null => {
		const stored = values.flatMap((one) => one.get(keyOf(entry, 'rank')) ?? [])[0];
		return stored === undefined ? null : (JSON.parse(stored) as string | null);
	};
	const lists = [
		...Map.groupBy(team.choices, (one) => one.need).values(),
		...Map.groupBy(team.recommendations, (one) => one.horizon).values()
	];
	return lists.flatMap((list): Fault[] => {
		const entries = [...list]
			.sort((a, b) => a.rank - b.rank)
			.map((one) =>
				'id' in one ? recommendationEntry(one.id) : choiceEntry(one.need, one.tool, one.country)
			)
			.map((entry) => ({ entry, rank: rankOf(entry) }));
		const wrong = entries.find((one, i) => i > 0 && byRank(entries[i - 1] ?? one, one) > 0);
		return wrong ? [{ rule: 'other order', what: `${wrong.entry} of team ${team.name}` }] : [];
	});
}
