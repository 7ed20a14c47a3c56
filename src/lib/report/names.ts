import type { WorkshopState } from '../workshop/state';

/** Names for ids, in the words of the workshop's edition: the results themselves hold ids. */
export interface Names {
	/** Title of a need or question. */
	item(id: string): string;
	tool(id: string): string;
	/** Text of an option. */
	option(question: string, id: string): string;
	/** Name of a country by ISO code. */
	country(code: string): string;
}

/** The same as plain values, which can be sent to a thread. */
export interface NameTables {
	/** In the order of the case. */
	items: ReadonlyMap<string, string>;
	tools: ReadonlyMap<string, string>;
	/** By `question/option`. */
	options: ReadonlyMap<string, string>;
	countries: ReadonlyMap<string, string>;
}

/** Names as the workshop's edition has them. */
export function nameTables({ scenario, tools }: WorkshopState): NameTables {
	const items = scenario.exercises.flatMap((exercise) => exercise.items);
	return {
		items: new Map(items.map((item) => [item.id, item.title])),
		tools: new Map(tools.map((tool) => [tool.id, tool.name])),
		options: new Map(
			items.flatMap((item) =>
				item.kind === 'question'
					? item.options.map(({ id, text }) => [`${item.id}/${id}`, text] as const)
					: []
			)
		),
		countries: new Map(scenario.countries.map(({ code, name }) => [code, name]))
	};
}

export function namesFrom({ items, tools, options, countries }: NameTables): Names {
	return {
		item: (id) => items.get(id) ?? id,
		tool: (id) => tools.get(id) ?? id,
		option: (question, id) => options.get(`${question}/${id}`) ?? id,
		country: (code) => countries.get(code) ?? code
	};
}

export const namesOf = (state: WorkshopState): Names => namesFrom(nameTables(state));
