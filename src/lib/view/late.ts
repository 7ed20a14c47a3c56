import type { Change, FieldChange } from '../sheet/changes';
import type { WorkshopState } from '../workshop/state';

/** What a device brought after its sheet was closed, and what it would change. */
export interface LateBundle {
	sheet: string;
	device: string;
	/** ms since 1970 */
	at: number;
	/** Of the person whose device it is. */
	name: string;
	/** Id of the team. */
	team: string;
	/** Id of the exercise. */
	exercise: string;
	changes: Change[];
}

/** One entry of a sheet as people know it: a tool for a need, a recommendation, an answer. */
export interface LateChange {
	kind: 'choice' | 'answer' | 'rec' | 'contact' | 'notes';
	/** Title of the need or question, or of the tool and where it is executed. */
	titles: string[];
	isNew: boolean;
	/** Words as they stand in the sheet; of options, needs, countries and persons their names. */
	fields: FieldChange[];
}

/** A bundle as the facilitator reads it. */
export interface LateView {
	sheet: string;
	device: string;
	/** ms since 1970 */
	at: number;
	person: string;
	team: string;
	exercise: string;
	changes: LateChange[];
}

/** Puts names in the place of ids: the facilitator reads what would change. */
export function lateView(state: WorkshopState, bundle: LateBundle): LateView {
	const { sheet, device, at, name, changes } = bundle;
	const teams = [state.division, ...state.earlier].flatMap((one) => one?.teams ?? []);
	const exercise = state.scenario.exercises.find((one) => one.id === bundle.exercise);
	return {
		sheet,
		device,
		at,
		person: name,
		team: teams.find((one) => one.id === bundle.team)?.name ?? '',
		exercise: exercise?.title ?? '',
		changes: changes.map((change) => named(state, change))
	};
}

function named(state: WorkshopState, { entry, of, isNew, fields }: Change): LateChange {
	return {
		kind: of.kind,
		titles: titles(state, of),
		isNew,
		fields: fields.map(({ field, before, after }) => {
			const word = (value: string) => wordOf(state, of.kind, entry, field, value);
			return { field, before: before.map(word), after: after.map(word) };
		})
	};
}

function titles(state: WorkshopState, of: Change['of']): string[] {
	if (of.kind === 'answer') return [itemTitle(state, of.question)];
	if (of.kind !== 'choice') return [];
	const tool = state.tools.find((one) => one.id === of.tool)?.name ?? of.tool;
	const country = of.country === '-' ? [] : [countryName(state, of.country)];
	return [itemTitle(state, of.need), tool, ...country];
}

function wordOf(
	state: WorkshopState,
	kind: LateChange['kind'],
	entry: string,
	field: string,
	value: string
): string {
	if (field === 'gone') return state.people.find((one) => one.id === value)?.name ?? '';
	if (field === 'need' || field === 'answers') return itemTitle(state, value);
	if (field === 'countries') return countryName(state, value);
	if (kind === 'answer' && field === 'value') return optionText(state, entry, value);
	return value;
}

function itemTitle(state: WorkshopState, id: string): string {
	const items = state.scenario.exercises.flatMap((exercise) => exercise.items);
	return items.find((item) => item.id === id)?.title ?? id;
}

function countryName(state: WorkshopState, code: string): string {
	return state.scenario.countries.find((one) => one.code === code)?.name ?? code;
}

function optionText(state: WorkshopState, entry: string, option: string): string {
	const question = state.scenario.exercises
		.flatMap((exercise) => exercise.items)
		.find((item) => item.kind === 'question' && `answer/${item.id}` === entry);
	const options = question?.kind === 'question' ? question.options : [];
	return options.find((one) => one.id === option)?.text ?? option;
}
